import { getClient, listClients } from '@regie/contract/clients'
import { call } from '../../lib/call.ts'
import { useWords } from '../../lib/language.tsx'
import { useRead } from '../../lib/server-state.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { FieldProps } from '../../ui/field-parts.tsx'
import { clientWords } from '../words.ts'

const search = async (text: string, signal: AbortSignal) => {
  const { items } = await call(listClients, { query: { search: text, limit: 20 } }, { signal })
  return items.map(({ id, name }) => ({ id, label: name }))
}

/** A client by its id, found by typing. */
export const ClientField = (props: FieldProps<string | null>) => {
  const words = useWords(clientWords)
  const { value } = props
  const params = { clientId: value ?? '' }
  const { data } = useRead(getClient, { params }, { enabled: value !== null })
  return (
    <ComboBox
      {...props}
      placeholder={props.placeholder ?? words.chooseClient}
      value={value === null ? null : { id: value, label: data?.name ?? '…' }}
      load={search}
      onChange={(option) => props.onChange(option?.id ?? null)}
    />
  )
}
