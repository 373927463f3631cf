import { getTechnician, listTechnicians } from '@regie/contract/workforce'
import { call } from '../../lib/call.ts'
import { useWords } from '../../lib/language.tsx'
import { useRead } from '../../lib/server-state.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { FieldProps } from '../../ui/field-parts.tsx'
import { workforceWords } from '../words.ts'

const search = async (text: string, signal: AbortSignal) => {
  const { items } = await call(listTechnicians, { query: { search: text, limit: 20 } }, { signal })
  return items.map(({ id, name, team }) => ({ id, label: name, detail: team }))
}

/** A technician by his or her id, found by typing the name. */
export const TechnicianField = (props: FieldProps<string | null>) => {
  const words = useWords(workforceWords)
  const { data } = useRead(
    getTechnician,
    { params: { technicianId: props.value ?? '' } },
    { enabled: props.value !== null },
  )
  return (
    <ComboBox
      {...props}
      placeholder={props.placeholder ?? words.chooseTechnician}
      value={props.value === null ? null : { id: props.value, label: data?.name ?? '…' }}
      load={search}
      onChange={(option) => props.onChange(option?.id ?? null)}
    />
  )
}
