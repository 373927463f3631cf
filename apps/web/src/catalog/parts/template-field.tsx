import { listTemplates } from '@regie/contract/catalog'
import { call } from '../../lib/call.ts'
import { useWords } from '../../lib/language.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { FieldProps } from '../../ui/field-parts.tsx'
import { useTemplate } from '../api.ts'
import { catalogWords } from '../words.ts'

const search = async (text: string, signal: AbortSignal) => {
  const { items } = await call(listTemplates, { query: { search: text, limit: 20 } }, { signal })
  return items.map(({ id, name, nature }) => ({ id, label: name, detail: nature }))
}

/** An intervention template by its id. */
export const TemplateField = (props: FieldProps<string | null>) => {
  const words = useWords(catalogWords)
  const { data } = useTemplate(props.value)
  return (
    <ComboBox
      {...props}
      placeholder={props.placeholder ?? words.chooseTemplate}
      value={props.value === null ? null : { id: props.value, label: data?.name ?? '…' }}
      load={search}
      onChange={(option) => props.onChange(option?.id ?? null)}
    />
  )
}
