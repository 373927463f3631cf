// A plan that never was: for each row, gaps and widths in units of the drawing; a third number lights the bar.
const rows: readonly (readonly (readonly [number, number, number?])[])[] = [
  [
    [10, 120],
    [14, 70],
    [30, 150, 1],
    [20, 90],
  ],
  [
    [60, 90, 1],
    [10, 60],
    [44, 110],
    [16, 130],
  ],
  [
    [0, 70],
    [24, 160],
    [12, 80, 2],
    [40, 120],
  ],
  [
    [90, 140],
    [20, 50],
    [10, 100, 1],
    [30, 90],
  ],
  [
    [20, 50],
    [16, 90, 2],
    [50, 120],
    [20, 110],
  ],
  [
    [0, 150],
    [40, 70],
    [14, 90],
    [24, 140, 1],
  ],
  [
    [70, 80],
    [12, 120, 1],
    [30, 60],
    [18, 90],
  ],
  [
    [30, 110],
    [20, 90],
    [60, 130, 2],
    [14, 60],
  ],
  [
    [0, 60, 1],
    [30, 140],
    [16, 80],
    [40, 100],
  ],
  [
    [50, 100],
    [24, 70],
    [20, 150],
    [20, 60],
  ],
  [
    [10, 140],
    [50, 80, 1],
    [12, 90],
    [30, 70],
  ],
  [
    [80, 60],
    [14, 110],
    [24, 90],
    [36, 120],
  ],
]

const fills = ['var(--nav-hover)', 'var(--nav-active)', '#2b7483'] as const
const ROW = 46
const NOW = 318

const bars = rows.flatMap((row, index) => {
  let x = 0
  return row.map(([gap, width, lit = 0]) => {
    const bar = { x: x + gap, y: 130 + index * ROW, width, fill: fills[lit] ?? fills[0] }
    x = bar.x + width
    return bar
  })
})

/** A quiet plan behind the sign-in; decoration only. */
export const PlanDrawing = () => (
  <svg
    aria-hidden="true"
    viewBox="0 0 560 900"
    preserveAspectRatio="xMinYMin slice"
    className="absolute inset-0 size-full [mask-image:linear-gradient(black_55%,transparent_82%)]"
  >
    {bars.map(({ x, y, width, fill }) => (
      <rect key={`${x}-${y}`} x={x} y={y} width={width} height="26" rx="5" fill={fill} />
    ))}
    <line x1={NOW} x2={NOW} y1="112" y2="900" stroke="#ffb547" strokeWidth="1.5" />
    <circle cx={NOW} cy="112" r="4.5" fill="#ffb547" />
  </svg>
)
