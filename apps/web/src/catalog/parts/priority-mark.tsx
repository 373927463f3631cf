import { clsx } from 'clsx'
import { useWords } from '../../lib/language.tsx'
import { usePriorityBook } from '../api.ts'
import { priorityIcons } from '../priority-icons.ts'
import { catalogWords } from '../words.ts'

type Props = {
  readonly priorityId: string | null
  /** In narrow rows: the symbol only, its name read out. */
  readonly isIconOnly?: boolean
}

/** A priority as the organisation draws it: its colour, its symbol, its name. */
export const PriorityMark = ({ priorityId, isIconOnly = false }: Props) => {
  const words = useWords(catalogWords)
  const priority = usePriorityBook().get(priorityId ?? '')
  if (!priority) return priorityId ? null : <span className="text-ink-3">{words.noPriority}</span>
  const Icon = priorityIcons[priority.icon]
  return (
    <span
      className={clsx(
        'relative inline-flex items-center gap-1.5',
        !isIconOnly && 'min-w-0 max-w-full',
      )}
      title={priority.name}
    >
      <span
        aria-hidden
        className="grid size-5 shrink-0 place-items-center rounded text-white"
        style={{ background: priority.colour }}
      >
        <Icon className="size-3" strokeWidth={2.5} />
      </span>
      <span className={isIconOnly ? 'sr-only' : 'truncate'}>{priority.name}</span>
    </span>
  )
}
