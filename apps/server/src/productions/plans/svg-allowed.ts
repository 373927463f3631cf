// What of an SVG may stay: names and values that draw. Whatever is not named here goes.

/** Elements that draw, or hold what others draw with. */
export const drawing: ReadonlySet<string> = new Set(
  'circle clipPath defs desc ellipse g image line linearGradient marker mask path pattern polygon polyline radialGradient rect stop style svg symbol text textPath title tspan use'.split(
    ' ',
  ),
)
/** Wrappers of which only what is inside matters: a link draws what it leads from. */
export const wrappers: ReadonlySet<string> = new Set(['a', 'switch'])
/** Where letters are more than the spaces between elements. */
export const lettered: ReadonlySet<string> = new Set(
  'desc style text textPath title tspan'.split(' '),
)
/** What can be seen by itself. */
export const visible: ReadonlySet<string> = new Set(
  'circle ellipse image line path polygon polyline rect text use'.split(' '),
)

/** How something is drawn; written as an attribute, in `style=""` or in a style sheet. */
export const properties: ReadonlySet<string> = new Set(
  `alignment-baseline baseline-shift clip-path clip-rule color color-interpolation direction display dominant-baseline fill
  fill-opacity fill-rule font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight
  image-rendering isolation letter-spacing line-height marker marker-end marker-mid marker-start mask mask-type
  mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
  text-decoration text-rendering transform transform-box transform-origin unicode-bidi vector-effect visibility
  white-space word-spacing writing-mode`.split(/\s+/),
)
/** Where something is drawn. */
export const measures: ReadonlySet<string> = new Set(
  `class clipPathUnits cx cy d dx dy fr fx fy gradientTransform gradientUnits height id lengthAdjust markerHeight
  markerUnits markerWidth maskContentUnits maskUnits method offset orient pathLength patternContentUnits
  patternTransform patternUnits points preserveAspectRatio r refX refY rotate rx ry spacing spreadMethod startOffset
  textLength viewBox width x x1 x2 y y1 y2`.split(/\s+/),
)

const LOCAL_URL = /\burl\(\s*(["']?)#[^\s"'()\\<>#]+\1\s*\)/gi
const FUNCTIONS: ReadonlySet<string> = new Set(
  'calc hsl hsla matrix rgb rgba rotate scale scalex scaley skewx skewy translate translatex translatey'.split(
    ' ',
  ),
)

/** True for a value that names nothing outside of the picture, and nothing but numbers, colours and words. */
export function isPlain(value: string): boolean {
  // Backslashes spell letters in style sheets: what cannot be read at once is not kept.
  if (/[\\<>@{};]|\/\*/.test(value)) return false
  const parts = value.replaceAll(LOCAL_URL, '').split('(')
  // A name is looked for in few letters before its brace: paths are megabytes long.
  return parts
    .slice(0, -1)
    .every((part) =>
      FUNCTIONS.has(/[\w-]*\s*$/.exec(part.slice(-20))?.[0].trim().toLowerCase() ?? ''),
    )
}

/** Ids of the same picture that a value draws with. */
export const localIds = (value: string): string[] =>
  [...value.matchAll(LOCAL_URL)].map(([whole]) => whole.replace(/^.*?#|["']?\s*\)$/g, ''))

const RASTER = /^data:image\/(png|jpe?g|webp);base64,[A-Za-z0-9+/=\s]+$/
const LOCAL = /^#[^\s"'()\\<>#]+$/

/** What `href` may say: an element of the same picture or, of an image, its own pixels. */
export const isOwnReference = (element: string, href: string): boolean =>
  element === 'image' ? RASTER.test(href) : LOCAL.test(href)
