import type { Certification } from '@regie/contract/workforce'
import { Plus, Trash2 } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useCertificationKinds } from '../api.ts'
import { workforceWords } from '../words.ts'

type Draft = Partial<Certification> & { readonly kindId: string }

type Props = {
  readonly value: readonly Draft[] | null
  readonly onChange: (value: Draft[]) => void
  readonly onBlur: () => void
  readonly errorAt: (index: number, field: keyof Certification) => string | undefined
}

/** The certificates of one technician, one line each, with number and validity. */
export const CertificationsField = ({ value, onChange, onBlur, errorAt }: Props) => {
  const words = useWords(workforceWords)
  const { data = [] } = useCertificationKinds()
  const held = value ?? []
  const set = (index: number, changes: Partial<Certification>) =>
    onChange(held.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  return (
    <div className="flex flex-col gap-3">
      {held.length === 0 && <p className="text-ink-2">{words.noCertifications}</p>}
      {held.map((one, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={index}
          className="grid grid-cols-2 items-start gap-2 border-line border-b pb-3 sm:grid-cols-[1.2fr_1fr_1fr_1fr_auto] sm:border-0 sm:pb-0"
        >
          <Select
            label={words.certificationKind}
            className="col-span-2 sm:col-span-1"
            value={one.kindId || null}
            options={data.map(({ id, code, name }) => ({ id, label: code, detail: name }))}
            onChange={(kindId) => set(index, { kindId })}
            error={errorAt(index, 'kindId')}
          />
          <TextField
            label={words.number}
            className="col-span-2 sm:col-span-1"
            isOptional
            value={one.number ?? ''}
            onChange={(number) => set(index, { number })}
            onBlur={onBlur}
          />
          <DateField
            label={words.validFrom}
            isOptional
            value={one.validFrom ?? null}
            onChange={(validFrom) => set(index, { validFrom })}
            error={errorAt(index, 'validFrom')}
          />
          <DateField
            label={words.validUntil}
            isOptional
            value={one.validUntil ?? null}
            onChange={(validUntil) => set(index, { validUntil })}
            error={errorAt(index, 'validUntil')}
          />
          <IconButton
            className="col-span-2 justify-self-end sm:col-span-1 sm:mt-6"
            icon={Trash2}
            label={words.remove}
            onPress={() => onChange(held.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={Plus}
          onPress={() => onChange([...held, { kindId: data[0]?.id ?? '' }])}
          isDisabled={data.length === 0}
        >
          {words.addCertification}
        </Button>
      </div>
    </div>
  )
}
