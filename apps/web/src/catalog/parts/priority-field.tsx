import { useWords } from '../../lib/language.tsx'
import type { FieldProps } from '../../ui/field-parts.tsx'
import { Select } from '../../ui/select.tsx'
import { usePriorities } from '../api.ts'
import { priorityIcons } from '../priority-icons.ts'
import { catalogWords } from '../words.ts'

const NONE = 'none'

/** A priority, or none. */
export const PriorityField = (props: FieldProps<string | null>) => {
  const words = useWords(catalogWords)
  const { data = [] } = usePriorities()
  return (
    <Select
      {...props}
      value={props.value ?? NONE}
      options={[
        ...data.map(({ id, name, colour, icon }) => ({
          id,
          label: name,
          colour,
          icon: priorityIcons[icon],
        })),
        { id: NONE, label: words.noPriority },
      ]}
      onChange={(id) => props.onChange(id === NONE ? null : id)}
    />
  )
}
