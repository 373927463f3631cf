import { listProjects } from '@regie/contract/work-orders'
import { call } from '../../lib/call.ts'
import { useWords } from '../../lib/language.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { FieldProps } from '../../ui/field-parts.tsx'
import { useProject } from '../api.ts'
import { workOrderWords } from '../words.ts'

const search = async (text: string, signal: AbortSignal) => {
  const { items } = await call(listProjects, { query: { search: text, limit: 20 } }, { signal })
  return items.map(({ id, name, code }) => ({ id, label: name, detail: code }))
}

/** A project by its id. */
export const ProjectField = (props: FieldProps<string | null>) => {
  const words = useWords(workOrderWords)
  const { data } = useProject(props.value)
  return (
    <ComboBox
      {...props}
      placeholder={props.placeholder ?? words.chooseProject}
      value={props.value === null ? null : { id: props.value, label: data?.name ?? '…' }}
      load={search}
      onChange={(option) => props.onChange(option?.id ?? null)}
    />
  )
}
