// Colour arithmetic for the canvas, where no stylesheet can help: mixing, and contrast as WCAG counts it.

export type Rgb = readonly [red: number, green: number, blue: number]

const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i
const shortHex = /^#([\da-f])([\da-f])([\da-f])$/i

/**
 * `#rrggbb` to numbers, also `#rgb`: the build writes white as `#fff`. Anything else becomes a neutral
 * grey, so that a bad setting still paints.
 */
export const parseColour = (text: string): Rgb => {
  const match = hex.exec(text.trim().replace(shortHex, '#$1$1$2$2$3$3'))
  if (!match) return [110, 125, 128]
  const [, red = '0', green = '0', blue = '0'] = match
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
}

export const cssOf = ([red, green, blue]: Rgb): string =>
  `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`

/** `share` of `a`, the rest of `b`. */
export const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] * share + b[0] * (1 - share),
  a[1] * share + b[1] * (1 - share),
  a[2] * share + b[2] * (1 - share),
]

const linear = (channel: number): number => {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** WCAG contrast ratio, 1 to 21. */
export const contrast = (a: Rgb, b: Rgb): number => {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** The colour itself, or as little as needed towards `ink`, so that it stands out from `ground` by `ratio`. */
export const standingOut = (colour: Rgb, ground: Rgb, ink: Rgb, ratio: number): Rgb => {
  for (let share = 1; share > 0; share -= 0.08) {
    const mixed = mix(colour, ink, share)
    if (contrast(mixed, ground) >= ratio) return mixed
  }
  return ink
}
