import { listSites } from '@regie/contract/clients'
import { call } from '../../lib/call.ts'
import { useWords } from '../../lib/language.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { FieldProps } from '../../ui/field-parts.tsx'
import { useSite } from '../api.ts'
import { clientWords } from '../words.ts'

type Props = FieldProps<string | null> & {
  /** Only sites of this client … */
  readonly clientId?: string
  /** … and, with any named, only these. */
  readonly among?: readonly string[]
}

/** A site by its id, found by typing its name, address or town. */
export const SiteField = ({ clientId, among = [], ...props }: Props) => {
  const words = useWords(clientWords)
  const { data } = useSite(props.value)
  return (
    <ComboBox
      {...props}
      placeholder={props.placeholder ?? words.chooseSite}
      value={props.value === null ? null : { id: props.value, label: data?.name ?? '…' }}
      load={async (search, signal) => {
        const limit = among.length > 0 ? 200 : 20
        const { items } = await call(listSites, { query: { clientId, search, limit } }, { signal })
        return items
          .filter(({ id }) => among.length === 0 || among.includes(id))
          .map(({ id, name, clientName, address }) => ({
            id,
            label: name,
            detail: [clientId ? '' : clientName, address.city].filter(Boolean).join(' · '),
          }))
      }}
      onChange={(option) => props.onChange(option?.id ?? null)}
    />
  )
}
