import { listMembers } from '@regie/contract/identity'
import { call } from '../../lib/call.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { useMembers } from '../api.ts'

type Props = {
  readonly label: string
  readonly placeholder: string
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

const search = async (text: string, signal: AbortSignal) => {
  const { items } = await call(listMembers, { query: { search: text, limit: 20 } }, { signal })
  return items.map(({ id, name, email }) => ({ id, label: name, detail: email }))
}

/** A member, found by name; the label of one known only by id is looked up. */
export const MemberField = ({ label, placeholder, value, onChange }: Props) => {
  const { items } = useMembers({ limit: 200 })
  const chosen = items.find(({ id }) => id === value)
  return (
    <ComboBox
      label={label}
      isLabelHidden
      isOptional
      className="w-60"
      placeholder={placeholder}
      value={value ? { id: value, label: chosen?.name ?? '…' } : null}
      load={search}
      onChange={(option) => onChange(option?.id ?? null)}
    />
  )
}
