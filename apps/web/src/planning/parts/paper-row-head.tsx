import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { loadOf } from '../from-contract.ts'
import { nameOfHead, type RowHead } from '../grouped-rows.ts'
import { rowWords } from '../row-words.ts'
import { tellingWords } from '../telling-words.ts'
import { planningWords } from '../words.ts'

type HeadingProps = {
  readonly head: Extract<RowHead, { kind: 'heading' }>
  readonly columns: number
}

/** A team or a skill over its people. */
export const PaperHeading = ({ head, columns }: HeadingProps) => {
  const names = useWords(rowWords)
  const { view } = useBoard()
  return (
    <tr className="break-after-avoid">
      <th
        colSpan={columns}
        className="border border-[#7d8e91] bg-[#e9eded] px-[1.5mm] py-[0.8mm] text-left font-semibold text-[8pt]"
      >
        {head.name || names.none[view.rows]} · {names.people(head.people)}
      </th>
    </tr>
  )
}

/** Who, or which work, and how much of it. */
export const PaperRowHead = ({ head }: { head: Exclude<RowHead, { kind: 'heading' }> }) => {
  const words = useWords(planningWords)
  const more = useWords(tellingWords)
  const names = useWords(rowWords)
  const clock = useClock()
  const { view } = useBoard()
  const load = head.kind === 'technician' ? loadOf(head.technician) : null
  const share = load && load.capacity > 0 ? Math.round((100 * load.planned) / load.capacity) : null
  return (
    <th className="w-[44mm] border border-[#7d8e91] px-[1.5mm] py-[0.8mm] text-left align-top">
      <span dir="auto" className="block max-w-[41mm] truncate font-semibold text-[8pt]">
        {nameOfHead(head, names.none[view.rows], more.open.row)}
      </span>
      <span className="nums block font-normal text-[6.5pt] text-[#465659]">
        {head.kind === 'seats' || (head.kind === 'work' && head.open > 0) ? (
          <span className="block text-[#b0241c]">{more.open.seats(head.open)}</span>
        ) : null}
        {head.kind === 'work'
          ? head.visits > 0 &&
            `${names.visits(head.visits)} · ${clock.duration(Math.round(head.minutes))}`
          : head.kind === 'seats'
            ? more.open.works(head.works)
            : load && share !== null
              ? `${clock.duration(load.planned)} · ${words.load(share)}`
              : words.noShift}
      </span>
    </th>
  )
}
