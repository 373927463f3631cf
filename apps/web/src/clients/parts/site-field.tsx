import { listSites } from '@regie/contract/clients'
import { call } from '../../lib/call.ts'
import { useWords } from '../../lib/language.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { FieldProps } from '../../ui/field-parts.tsx'
import { useSite } from '../api.ts'
import { clientWords } from '../words.ts'

const search = async (text: string, signal: AbortSignal) => {
  const { items } = await call(listSites, { query: { search: text, limit: 20 } }, { signal })
  return items.map(({ id, name, clientName, address }) => ({
    id,
    label: name,
    detail: [clientName, address.city].filter(Boolean).join(' · '),
  }))
}

/** A site by its id, found by typing its name, address or town. */
export const SiteField = (props: FieldProps<string | null>) => {
  const words = useWords(clientWords)
  const { data } = useSite(props.value)
  return (
    <ComboBox
      {...props}
      placeholder={props.placeholder ?? words.chooseSite}
      value={props.value === null ? null : { id: props.value, label: data?.name ?? '…' }}
      load={search}
      onChange={(option) => props.onChange(option?.id ?? null)}
    />
  )
}
