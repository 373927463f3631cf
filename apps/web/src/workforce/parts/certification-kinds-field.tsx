import { useWords } from '../../lib/language.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { useCertificationKinds } from '../api.ts'
import { workforceWords } from '../words.ts'

type Props = {
  readonly label?: string
  readonly value: readonly string[] | null
  readonly onChange: (value: string[]) => void
  readonly error?: string | undefined
  /** Not offered, e.g. a kind among those it covers. */
  readonly except?: string | undefined
  readonly description?: string
}

/** Certification kinds, several of a few. */
export const CertificationKindsField = (props: Props) => {
  const words = useWords(workforceWords)
  const { data = [] } = useCertificationKinds()
  return (
    <MultiSelect
      label={props.label ?? words.certifications}
      isOptional
      value={props.value ?? []}
      onChange={(ids) => props.onChange([...ids])}
      error={props.error}
      {...(props.description ? { description: props.description } : {})}
      options={data
        .filter(({ id }) => id !== props.except)
        .map(({ id, code, name }) => ({ id, label: code, detail: name }))}
    />
  )
}
