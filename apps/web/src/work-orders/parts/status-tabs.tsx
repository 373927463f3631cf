import { type WorkOrderStatus, workOrderStatus } from '@regie/contract/work-orders'
import { clsx } from 'clsx'
import { useWords } from '../../lib/language.tsx'
import { useWorkOrderCounts } from '../api.ts'
import { workOrderWords } from '../words.ts'

type Props = {
  readonly value: WorkOrderStatus | undefined
  readonly onChange: (status: WorkOrderStatus | undefined) => void
}

/** The states as a row of filters, each with how many work orders stand in it. */
export const StatusTabs = ({ value, onChange }: Props) => {
  const words = useWords(workOrderWords)
  const { data } = useWorkOrderCounts()
  const all = data && Object.values(data).reduce((sum, count) => sum + count, 0)
  const choices = [
    { id: undefined, label: words.all, count: all },
    ...workOrderStatus.options.map((id) => ({ id, label: words.statuses[id], count: data?.[id] })),
  ]
  return (
    <fieldset className="min-w-0 overflow-x-auto border-line border-b px-(--pad)">
      <legend className="sr-only">{words.status}</legend>
      <div className="flex gap-1">
        {choices.map(({ id, label, count }) => (
          <button
            key={label}
            type="button"
            aria-pressed={value === id}
            onClick={() => onChange(id)}
            className={clsx(
              'flex min-h-10 items-center gap-2 whitespace-nowrap border-b-2 px-2.5 outline-offset-[-2px]',
              value === id
                ? 'border-accent font-medium text-ink'
                : 'border-transparent text-ink-2 hover:text-ink',
            )}
          >
            {label}
            {count !== undefined && (
              <span className="nums rounded-full bg-sunken px-1.5 font-normal text-ink-2 text-xs">
                {count}
              </span>
            )}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
