import type { Bar } from '@regie/contract/planning'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { useBoard } from '../board-context.tsx'
import { type BoardView, filterNames, monthOf } from '../board-view.ts'
import { rowWords } from '../row-words.ts'
import { tellingWords } from '../telling-words.ts'
import { viewWords } from '../view-words.ts'
import { planningWords } from '../words.ts'
import { PaperCup } from './paper-signs.tsx'

/** Priorities on the board, the most urgent first. */
const prioritiesOf = (bars: readonly Bar[]) =>
  [
    ...new Map(
      bars.map(({ priorityId, priorityName, colour, priorityRank }) => [
        priorityId,
        { name: priorityName, colour, rank: priorityRank },
      ]),
    ).values(),
  ]
    .filter(({ name }) => name !== '')
    .sort((a, b) => a.rank - b.rank)

/** The filters in words: whoever reads the paper must know what is not on it. */
const useFilterText = (): string => {
  const words = useWords(planningWords)
  const { read, bars, view } = useBoard()
  const nameOf = (name: keyof BoardView, value: string): string => {
    if (name === 'category') return words.categories[value as Bar['category']]
    if (name === 'state')
      return value === 'late' ? words.late : words.states[value as keyof typeof words.states]
    if (name === 'skill')
      return (
        read.data?.technicians.flatMap(({ skills }) => skills).find(({ id }) => id === value)
          ?.name ?? value
      )
    if (name === 'priority')
      return bars.find(({ priorityId }) => priorityId === value)?.priorityName ?? value
    if (name === 'client')
      return bars.find(({ clientId }) => clientId === value)?.clientName ?? value
    if (name === 'project')
      return bars.find(({ projectId }) => projectId === value)?.projectName ?? value
    return value
  }
  return filterNames
    .flatMap((name) => {
      const value = view[name]
      return value === undefined ? [] : [nameOf(name, value)]
    })
    .join(', ')
}

/** Whose plan, which days, of what, when it was printed, and what the colours mean. */
export const PaperHead = () => {
  const words = useWords(planningWords)
  const { paper } = useWords(viewWords)
  const more = useWords(tellingWords)
  const rows = useWords(rowWords)
  const clock = useClock()
  const { organization } = useSession()
  const { first, last, view, today, isMonth, bars } = useBoard()
  const filters = useFilterText()
  const days = isMonth
    ? clock.date(monthOf(view.date ?? today), 'month')
    : first === last
      ? clock.date(first, 'long')
      : `${clock.date(first)} – ${clock.date(last, 'long')}`
  return (
    <header className="mb-[4mm] flex items-end gap-[8mm]">
      <div className="min-w-0 flex-1">
        <p className="text-[9pt] text-[#465659]">
          {organization.name} · {words.title} · {rows.groupings[view.rows]}
        </p>
        <h1 className="font-semibold text-[16pt] leading-tight first-letter:uppercase">{days}</h1>
        {filters && (
          <p className="text-[9pt]">
            {paper.filtered} : {filters}
          </p>
        )}
      </div>
      <div className="text-right text-[8pt] text-[#465659]">
        <ul className="m-0 flex list-none flex-wrap justify-end gap-x-[4mm] p-0">
          {prioritiesOf(bars).map(({ name, colour }) => (
            <li key={name} className="flex items-center gap-[1.2mm]">
              <span className="inline-block size-[3mm]" style={{ background: colour }} />
              {name}
            </li>
          ))}
        </ul>
        <p>
          <span className="mr-[2mm] inline-flex items-center gap-[1mm]">
            <PaperCup /> {more.legend.break}
          </span>
          ┄ {paper.draft} · {paper.printed(clock.dateTime(new Date().toISOString(), 'short'))}
        </p>
      </div>
    </header>
  )
}
