// Reads an SVG strictly, as the XML it has to be, into elements that draw.
import { SaxesParser, type SaxesTagNS } from 'saxes'
import {
  drawing,
  isOwnReference,
  isPlain,
  lettered,
  measures,
  properties,
  wrappers,
} from './svg-allowed.ts'
import { plainDeclarations, plainSheet } from './svg-style.ts'

export type Drawn = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Drawn | string)[]
}
type Open = Drawn & { children: (Drawn | string)[] }

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
/** Deeper than any drawing, and far from the end of anybody's stack. */
const DEPTH = 200
const ELEMENTS = 100_000

/** Why a text is no drawing that can be shown; the message says it. */
export class NoDrawing extends Error {}
/** More than can be shown; the message counts it. */
export class TooMuchDrawn extends Error {
  readonly limit: string
  constructor(size: string, limit: string) {
    super(size)
    this.limit = limit
  }
}

export function readSvg(text: string): Drawn {
  const parser = new SaxesParser({ xmlns: true })
  const open: (Open | null)[] = []
  let root: Drawn | undefined
  let count = 0
  parser.on('opentag', (tag) => {
    if (++count > ELEMENTS)
      throw new TooMuchDrawn(`> ${ELEMENTS} éléments / elements`, `${ELEMENTS}`)
    if (open.length >= DEPTH) throw new NoDrawing(`> ${DEPTH} niveaux / levels`)
    const inside = open.at(-1)
    const one = inside === null ? null : drawnOf(tag)
    if (!one && open.length === 0) throw new NoDrawing(`<${tag.name}>, <svg> attendu / expected`)
    if (one) {
      inside?.children.push(one)
      root ??= one
    }
    open.push(one)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const letters = (text: string) => {
    const inside = open.at(-1)
    if (inside && lettered.has(inside.name)) inside.children.push(text)
  }
  parser.on('text', letters)
  parser.on('cdata', letters)
  parser.write(text).close()
  if (root?.name !== 'svg') throw new NoDrawing('<svg> attendu / expected')
  return root
}

/** Null: it goes with all that is in it. */
function drawnOf({ local, uri, attributes }: SaxesTagNS): Open | null {
  const isWrapper = wrappers.has(local)
  if (uri !== SVG || !(isWrapper || drawing.has(local))) return null
  const kept = new Map<string, string>()
  for (const attribute of Object.values(attributes)) {
    const name = attribute.uri === XLINK && attribute.local === 'href' ? 'href' : attribute.local
    const isForeign = attribute.uri !== '' && name !== 'href'
    const value = isForeign ? null : keptValue(local, name, attribute.value)
    if (value) kept.set(name, value)
  }
  return { name: isWrapper ? 'g' : local, attributes: kept, children: [] }
}

function keptValue(element: string, name: string, value: string): string | null {
  if (name === 'href') return isOwnReference(element, value.trim()) ? value.trim() : null
  if (name === 'style') return plainDeclarations(value)
  return (measures.has(name) || properties.has(name)) && isPlain(value) ? value : null
}

/** Its letters; those of a style sheet written anew. */
export const lettersOf = ({ name, children }: Drawn): string => {
  const text = children.filter((one) => typeof one === 'string').join('')
  return name === 'style' ? plainSheet(text) : text
}
