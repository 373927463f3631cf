import { listWorkOrders } from '@regie/contract/work-orders'
import { X } from 'lucide-react'
import { call } from '../../lib/call.ts'
import { useWords } from '../../lib/language.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { FaultText } from '../../ui/fault-text.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWorkOrder } from '../api.ts'
import { workOrderWords } from '../words.ts'

type Draft = { readonly afterId: string; readonly lagMinutes?: number | undefined }

type Props = {
  /** Of the work order that waits: it cannot wait for itself. */
  readonly self: string | null
  readonly value: readonly Draft[] | null
  readonly onChange: (value: Draft[]) => void
  readonly errorAt: (index: number) => string | undefined
}

/** What must be finished before this may start, and how long before. */
export const DependenciesField = ({ self, value, onChange, errorAt }: Props) => {
  const words = useWords(workOrderWords)
  const chosen = value ?? []
  const search = async (text: string, signal: AbortSignal) => {
    const { items } = await call(listWorkOrders, { query: { search: text, limit: 20 } }, { signal })
    return items
      .filter(({ id }) => id !== self && !chosen.some(({ afterId }) => afterId === id))
      .map(({ id, title, reference, siteName }) => ({
        id,
        label: title,
        detail: `${reference} · ${siteName}`,
      }))
  }
  return (
    <div className="flex flex-col gap-2">
      {chosen.map((one, index) => (
        <Line
          key={one.afterId}
          dependency={one}
          error={errorAt(index)}
          onLag={(lagMinutes) =>
            onChange(chosen.map((other, at) => (at === index ? { ...other, lagMinutes } : other)))
          }
          onRemove={() => onChange(chosen.filter((_, at) => at !== index))}
        />
      ))}
      <ComboBox
        key={chosen.length}
        label={words.addDependency}
        isLabelHidden
        isOptional
        className="max-w-96"
        placeholder={words.chooseWorkOrder}
        value={null}
        load={search}
        onChange={(option) =>
          option && onChange([...chosen, { afterId: option.id, lagMinutes: 0 }])
        }
      />
    </div>
  )
}

const Line = (props: {
  readonly dependency: Draft
  readonly error: string | undefined
  readonly onLag: (minutes: number) => void
  readonly onRemove: () => void
}) => {
  const words = useWords(workOrderWords)
  const { data } = useWorkOrder(props.dependency.afterId)
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1">
          <span className="block truncate">{data?.title ?? '…'}</span>
          <span className="nums block truncate text-ink-2 text-xs">{data?.reference}</span>
        </span>
        <DurationField
          label={words.lag}
          isLabelHidden
          isOptional
          className="w-28"
          value={props.dependency.lagMinutes ?? 0}
          onChange={(minutes) => props.onLag(minutes ?? 0)}
        />
        <IconButton icon={X} label={words.remove} onPress={props.onRemove} />
      </div>
      <FaultText>{props.error}</FaultText>
    </div>
  )
}
