// An SVG written anew: nothing of the text that came is copied, only elements and values known to draw.

import { type Drawn, lettersOf, NoDrawing, readSvg, TooMuchDrawn } from './read-svg.ts'
import { localIds, visible } from './svg-allowed.ts'

export type CleanSvg = { readonly text: string; readonly width: number; readonly height: number }

/** Long edge in pixels as which a drawing presents itself; being drawn, it has as many as one likes. */
const EDGE = 1600
/** What a browser draws when every reference is followed. */
const DRAWN_AT_MOST = 500_000
/** So many references that lead to the next are no drawing. */
const CHAIN = 400

/** Throws `NoDrawing` or `TooMuchDrawn`; what the parser throws says line and column. */
export function sanitiseSvg(text: string): CleanSvg {
  const root = readSvg(text)
  const box = boxOf(root)
  if (!isSeen(root)) throw new NoDrawing('rien à dessiner / nothing to draw')
  expectDrawable(root)
  const scale = EDGE / Math.max(box.width, box.height)
  const width = Math.max(1, Math.round(box.width * scale))
  const height = Math.max(1, Math.round(box.height * scale))
  const attributes = new Map(root.attributes)
    .set('xmlns', 'http://www.w3.org/2000/svg')
    .set('viewBox', [box.x, box.y, box.width, box.height].join(' '))
    .set('width', String(width))
    .set('height', String(height))
  attributes.delete('x')
  attributes.delete('y')
  attributes.delete('preserveAspectRatio')
  return { text: write({ ...root, attributes }), width, height }
}

const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
}

function lengthOf(text: string | undefined): number | null {
  const [, figure, unit] = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? '') ?? []
  const pixels = Number(figure) * (PIXELS[unit?.toLowerCase() ?? ''] ?? Number.NaN)
  return Number.isFinite(pixels) && pixels > 0 ? pixels : null
}

/** What is seen of the drawing, in its own units. */
function boxOf({ attributes }: Drawn) {
  const [x = 0, y = 0, width = 0, height = 0] = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const isBox = [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0
  if (isBox) return { x, y, width, height }
  const size = {
    width: lengthOf(attributes.get('width')),
    height: lengthOf(attributes.get('height')),
  }
  if (!size.width || !size.height)
    throw new NoDrawing('ni viewBox ni largeur et hauteur / neither viewBox nor width and height')
  return { x: 0, y: 0, width: size.width, height: size.height }
}

const inside = ({ children }: Drawn): Drawn[] => children.filter((one) => typeof one !== 'string')

const isSeen = (one: Drawn): boolean => visible.has(one.name) || inside(one).some(isSeen)

const tooMany = () => new TooMuchDrawn(`> ${DRAWN_AT_MOST} formes / shapes`, `${DRAWN_AT_MOST}`)

/** A few elements that use each other draw millions: that would hold up whoever opens the plan. */
function expectDrawable(root: Drawn): void {
  const { byId, byClass } = namesIn(root)
  const known = new Map<Drawn, number>()
  const weigh = (one: Drawn, depth: number): number => {
    const before = known.get(one)
    if (before !== undefined) return before
    if (depth > CHAIN) throw tooMany()
    // Of a circle browsers draw nothing.
    known.set(one, 0)
    const used = referencesOf(one, byClass).flatMap((id) => byId.get(id) ?? [])
    const weight = [...inside(one), ...used].reduce((sum, next) => sum + weigh(next, depth + 1), 1)
    if (weight > DRAWN_AT_MOST) throw tooMany()
    known.set(one, weight)
    return weight
  }
  weigh(root, 0)
}

/** What may be drawn with by its id, and what the style sheets draw each class with. */
function namesIn(root: Drawn) {
  const byId = new Map<string, Drawn>()
  const byClass = new Map<string, string[]>()
  const learn = (one: Drawn): void => {
    const id = one.attributes.get('id')
    if (id && !byId.has(id)) byId.set(id, one)
    if (one.name === 'style')
      for (const rule of lettersOf(one).split('\n'))
        for (const [, name = ''] of rule.slice(0, rule.indexOf('{')).matchAll(/\.([\p{L}\w-]+)/gu))
          byClass.set(name, [...(byClass.get(name) ?? []), ...localIds(rule)])
    inside(one).forEach(learn)
  }
  learn(root)
  return { byId, byClass }
}

const referencesOf = (
  { attributes }: Drawn,
  byClass: ReadonlyMap<string, readonly string[]>,
): string[] =>
  [...attributes].flatMap(([name, value]) => {
    if (name === 'class') return value.split(/\s+/).flatMap((one) => byClass.get(one) ?? [])
    return name === 'href' && value.startsWith('#') ? [value.slice(1)] : localIds(value)
  })

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? '')

function write(one: Drawn): string {
  const attributes = [...one.attributes]
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')
  const content =
    one.name === 'style'
      ? escaped(lettersOf(one))
      : one.children
          .map((child) => (typeof child === 'string' ? escaped(child) : write(child)))
          .join('')
  return content
    ? `<${one.name}${attributes}>${content}</${one.name}>`
    : `<${one.name}${attributes}/>`
}
