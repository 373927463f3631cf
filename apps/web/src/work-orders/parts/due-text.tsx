import type { WorkOrder } from '@regie/contract/work-orders'
import { AlarmClock } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { workOrderWords } from '../words.ts'

type Props = { readonly workOrder: Pick<WorkOrder, 'windows' | 'dueAt' | 'status'> }

const open = ['requested', 'qualified', 'planned', 'in_progress']

/** When it is to be done, in a line: its first window, or its due date, marked when that has passed. */
export const DueText = ({ workOrder: { windows, dueAt, status } }: Props) => {
  const words = useWords(workOrderWords)
  const clock = useClock()
  const [first] = windows
  if (dueAt && Date.parse(dueAt) < Date.now() && open.includes(status))
    return (
      <span className="inline-flex items-center gap-1.5 text-bad">
        <AlarmClock aria-hidden className="size-3.5 shrink-0" />
        {words.late(clock.dateAt(dueAt))}
      </span>
    )
  if (first)
    return (
      <span className="nums text-ink-2">
        {clock.dateAt(first.from)}, {clock.range(first.from, first.until)}
        {windows.length > 1 && <span className="text-ink-3"> +{windows.length - 1}</span>}
      </span>
    )
  return dueAt ? (
    <span className="nums text-ink-2">{words.dueBy(clock.dateTime(dueAt))}</span>
  ) : (
    <span className="text-ink-3">—</span>
  )
}
