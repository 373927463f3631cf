// Style sheets of an SVG, written anew from the rules that only say how something is drawn.
import { isPlain, properties } from './svg-allowed.ts'

/** `fill:red;behavior:url(x)` → `fill:red`. */
export const plainDeclarations = (text: string): string =>
  text
    .split(';')
    .map((declaration) => {
      const colon = declaration.indexOf(':')
      const name = declaration.slice(0, colon).trim().toLowerCase()
      const value = declaration.slice(colon + 1).trim()
      return colon > 0 && value && properties.has(name) && isPlain(value) ? `${name}:${value}` : ''
    })
    .filter(Boolean)
    .join(';')

const SELECTOR = /^[\p{L}\w\s.#,>*-]+$/u

/** Rules of simple selectors; everything with `@` goes: it loads, or moves. */
export function plainSheet(text: string): string {
  const bare = text.replace(/\/\*[\s\S]*?(\*\/|$)/g, '').replace(/<!--|-->/g, '')
  return withoutAtRules(bare)
    .split('}')
    .map((rule) => {
      const [selector = '', body, ...more] = rule.split('{')
      const declarations = body === undefined || more.length ? '' : plainDeclarations(body)
      return declarations && SELECTOR.test(selector.trim())
        ? `${selector.trim()}{${declarations}}`
        : ''
    })
    .filter(Boolean)
    .join('\n')
}

function withoutAtRules(text: string): string {
  let rest = text
  let kept = ''
  for (let at = rest.indexOf('@'); at >= 0; at = rest.indexOf('@')) {
    kept += rest.slice(0, at)
    rest = rest.slice(endOfAtRule(rest, at))
  }
  return kept + rest
}

/** After its semicolon or its closing brace, whichever closes it. */
function endOfAtRule(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth <= 0) return at + 1
    else if (text[at] === ';' && depth === 0) return at + 1
  }
  return text.length
}
