import { getTechnician, listTechnicians } from '@regie/contract/workforce'
import { call } from '../../lib/call.ts'
import { useRead } from '../../lib/server-state.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { FieldProps } from '../../ui/field-parts.tsx'

const search = async (text: string, signal: AbortSignal) => {
  const { items } = await call(listTechnicians, { query: { search: text, limit: 20 } }, { signal })
  return items.map(({ id, name }) => ({ id, label: name }))
}

/** A technician by id, found by typing. */
export const TechnicianField = (props: FieldProps<string | null>) => {
  const { value } = props
  const params = { technicianId: value ?? '' }
  const { data } = useRead(getTechnician, { params }, { enabled: value !== null })
  return (
    <ComboBox
      {...props}
      value={value === null ? null : { id: value, label: data?.name ?? '…' }}
      load={search}
      onChange={(option) => props.onChange(option?.id ?? null)}
    />
  )
}
