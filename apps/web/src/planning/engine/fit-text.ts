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

/** The text, or its beginning. */
export const fitText = (context: CanvasRenderingContext2D, text: string, width: number): string => {
  // Nobody reads 300 letters on a bar, and they need not be measured.
  const short = text.length > 120 ? text.slice(0, 120) : text
  const whole = widthOf(context, short)
  if (whole <= width) return short
  // Where little fits, an ellipsis would cost a third of it: the first letters say more.
  if (width < 56)
    return short.slice(0, Math.max(0, Math.floor((short.length * (width - 1)) / whole)))
  const letters = Math.floor((short.length * (width - 9)) / whole)
  return `${short.slice(0, letters).trimEnd()}…`
}
