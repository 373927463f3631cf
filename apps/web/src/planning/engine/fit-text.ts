// Text cut to a width. Measuring is the dearest thing a canvas does: each text is measured once a font.

const known = new Map<string, number>()
const MOST_KNOWN = 40_000

const widthOf = (context: CanvasRenderingContext2D, text: string): number => {
  const key = context.font + text
  const width = known.get(key)
  if (width !== undefined) return width
  if (known.size > MOST_KNOWN) known.clear()
  const measured = context.measureText(text).width
  known.set(key, measured)
  return measured
}

/** After the web font has come in, what was measured with the fallback is wrong. */
export const forgetWidths = (): void => known.clear()

/** A letter made of two halves stays whole, or goes whole. */
const cut = (text: string, letters: number): string =>
  text.slice(0, letters).replace(/[\ud800-\udbff]$/, '')

/** The text, or its beginning. */
export const fitText = (context: CanvasRenderingContext2D, text: string, width: number): string => {
  // Nobody reads 300 letters on a bar, and they need not be measured.
  const short = text.length > 120 ? cut(text, 120) : text
  const whole = widthOf(context, short)
  if (whole <= width) return short
  // Where little fits, an ellipsis would cost a third of it: the first letters say more.
  if (width < 56) {
    let few = cut(short, Math.max(0, Math.floor((short.length * (width - 1)) / whole)))
    // Letters are not of one width: those of a beginning may be broader than the rest.
    while (few !== '' && widthOf(context, few) > width) few = cut(few, few.length - 1)
    return few
  }
  const letters = Math.floor((short.length * (width - 9)) / whole)
  return `${cut(short, letters).trimEnd()}…`
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const leftToRight = /[A-Za-z\u00c0-\u058f\u0900-\u1fff\u3040-\uffdc]/

/** Whether a text reads from the right: as its first letter does. */
export const readsFromRight = (text: string): boolean => {
  const at = text.search(rightToLeft)
  return at >= 0 && !leftToRight.test(text.slice(0, at))
}

/** Writes a text from `x` on; where it reads from the right, its ellipsis and its marks stand at the left. */
export const writeText = (
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
): void => {
  if (!readsFromRight(text)) {
    context.fillText(text, x, y)
    return
  }
  context.direction = 'rtl'
  context.fillText(text, x, y)
  context.direction = 'ltr'
}
