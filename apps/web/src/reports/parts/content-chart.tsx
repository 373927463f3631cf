import type { ContentChart as Chart } from '@regie/contract/report-content'
import { useLanguage } from '../../lib/language.tsx'
import { clockOf } from '../../lib/time.ts'
import { numberText } from '../../lib/words.ts'

const WIDTH = 320
const HEIGHT = 110
const LEFT = 40
const RIGHT = 8
const TOP = 8
const FOOT = 18

type Props = { readonly chart: Chart; readonly timeZone: string }

function scaleOf(points: Chart['points'], low: number | null, high: number | null) {
  const values = [
    ...points.map(({ value }) => value),
    ...[low, high].filter((bound) => bound !== null),
  ]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const margin = (most - least || Math.abs(most) || 1) * 0.12
  const span = most - least + 2 * margin
  const times = points.map(({ at }) => Date.parse(at))
  const first = Math.min(...times)
  const stretch = Math.max(...times) - first || 1
  const x = (at: string) => LEFT + ((Date.parse(at) - first) / stretch) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) =>
    HEIGHT - FOOT - ((value - least + margin) / span) * (HEIGHT - FOOT - TOP)
  return { x, y, least, most }
}

/** A reading over the last visits, with the band of what is right behind it; what lies outside is red. */
export const ContentChart = ({ chart: { label, unit, low, high, points }, timeZone }: Props) => {
  const { language } = useLanguage()
  const clock = clockOf(timeZone, language)
  const { x, y, least, most } = scaleOf(points, low, high)
  const isOut = (value: number) => (low !== null && value < low) || (high !== null && value > high)
  const top = high === null ? TOP : y(high)
  const bottom = low === null ? HEIGHT - FOOT : y(low)
  const name = unit ? `${label} (${unit})` : label
  const said = points.map(({ value }) => numberText(language, value)).join(', ')
  return (
    <figure className="min-w-0">
      <figcaption className="font-medium text-sm">{name}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${name} : ${said}`}
        className="w-full"
      >
        {(low !== null || high !== null) && (
          <rect
            x={LEFT}
            y={top}
            width={WIDTH - LEFT - RIGHT}
            height={Math.max(0, bottom - top)}
            className="fill-good-soft"
          />
        )}
        <rect
          x={LEFT}
          y={TOP}
          width={WIDTH - LEFT - RIGHT}
          height={HEIGHT - FOOT - TOP}
          fill="none"
          className="stroke-line"
        />
        {[most, least].map((value) => (
          <text
            key={value}
            x={LEFT - 5}
            y={y(value) + 3}
            textAnchor="end"
            className="nums fill-ink-2 text-[9px]"
          >
            {numberText(language, value)}
          </text>
        ))}
        <polyline
          points={points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
          fill="none"
          strokeWidth="1.5"
          className="stroke-accent"
        />
        {points.map(({ at, value }) => (
          <circle
            key={at}
            cx={x(at)}
            cy={y(value)}
            r="2.6"
            className={isOut(value) ? 'fill-bad' : 'fill-accent'}
          />
        ))}
        {points.length > 1 && (
          <Days points={points} x={x} say={(at) => clock.dateAt(at, 'dated')} />
        )}
      </svg>
    </figure>
  )
}

type DaysProps = {
  readonly points: Chart['points']
  readonly x: (at: string) => number
  readonly say: (at: string) => string
}

/** The first day and the last. */
const Days = ({ points, x, say }: DaysProps) =>
  [points[0], points.at(-1)].map((point, index) =>
    point ? (
      <text
        key={point.at}
        x={x(point.at)}
        y={HEIGHT - 5}
        textAnchor={index === 0 ? 'start' : 'end'}
        className="nums fill-ink-2 text-[9px]"
      >
        {say(point.at)}
      </text>
    ) : null,
  )
