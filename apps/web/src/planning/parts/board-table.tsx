import type { Bar } from '@regie/contract/planning'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { useBoard } from '../board-context.tsx'
import { stateText } from '../describe-bar.ts'
import { isLate } from '../engine/model.ts'
import { barOf } from '../from-contract.ts'
import { planningWords } from '../words.ts'

const cell = 'border-line border-t px-3 py-1.5 align-top'
const head = 'px-3 py-1.5 text-left font-medium text-ink-2 text-xs'

const Line = ({ bar }: { bar: Bar }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { select, now } = useBoard()
  const made = barOf(bar)
  return (
    <tr>
      <td className={`${cell} nums whitespace-nowrap first-letter:uppercase`}>
        {clock.dateAt(bar.startsAt)}
      </td>
      <td className={`${cell} nums whitespace-nowrap`}>{clock.range(bar.startsAt, bar.endsAt)}</td>
      <td className={cell}>
        <button
          type="button"
          dir="auto"
          onClick={() => select({ kind: 'bar', id: bar.id })}
          className="text-left font-medium hover:underline"
        >
          {bar.siteName}
        </button>
        <span dir="auto" className="block text-ink-2 text-xs">
          {[bar.positionName || bar.title, bar.clientName].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className={`${cell} max-sm:hidden`}>{bar.reference}</td>
      <td className={cell}>
        <span className="mr-1.5">{stateText(bar, words)}</span>
        {isLate(made, now) && <Badge tone="warn">{words.late}</Badge>}
        {bar.locked && <Badge>{words.locked}</Badge>}
      </td>
      <td className={`${cell} nums text-right max-sm:hidden`}>
        {made.travelMinutes === null ? '' : words.travelShort(made.travelMinutes)}
      </td>
    </tr>
  )
}

/** The board in words: for a screen reader, for reading in order, and for paper. */
export const BoardTable = () => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { technicians, byRow, byId, first, last } = useBoard()
  const range =
    first === last ? clock.date(first, 'long') : `${clock.date(first)} – ${clock.date(last)}`
  const busy = technicians.filter(({ id }) => (byRow.get(id)?.length ?? 0) > 0)
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-surface print:overflow-visible">
      <table className="w-full border-collapse">
        <caption className="px-3 py-2 text-left font-semibold">
          {words.table.caption(range)}
        </caption>
        <thead className="sticky top-0 bg-surface print:static">
          <tr>
            <th scope="col" className={head}>
              {words.table.day}
            </th>
            <th scope="col" className={head}>
              {words.table.time}
            </th>
            <th scope="col" className={head}>
              {words.table.visit}
            </th>
            <th scope="col" className={`${head} max-sm:hidden`}>
              {words.panel.reference}
            </th>
            <th scope="col" className={head}>
              {words.table.state}
            </th>
            <th scope="col" className={`${head} text-right max-sm:hidden`}>
              {words.table.travel}
            </th>
          </tr>
        </thead>
        {busy.map((technician) => (
          <tbody key={technician.id} className="break-inside-avoid">
            <tr>
              <th
                scope="rowgroup"
                colSpan={6}
                dir="auto"
                className="border-line-strong/60 border-t bg-canvas px-3 py-1.5 text-left font-semibold"
              >
                {technician.name}
              </th>
            </tr>
            {[...(byRow.get(technician.id) ?? [])]
              .sort((a, b) => a.from - b.from)
              .map(({ id }) => {
                const bar = byId.get(id)
                return bar ? <Line key={id} bar={bar} /> : null
              })}
          </tbody>
        ))}
      </table>
      {busy.length === 0 && <p className="p-6 text-ink-2">{words.table.none}</p>}
    </div>
  )
}
