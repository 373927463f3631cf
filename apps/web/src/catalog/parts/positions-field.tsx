import type { PositionDraft } from '@regie/contract/catalog'
import { Plus, Trash2 } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CertificationKindsField, SkillsField } from '../../workforce/index.ts'
import { catalogWords } from '../words.ts'

type Skills = readonly { readonly skillId: string; readonly level?: number | undefined }[]

/** A position as a form holds it; a work order's also carries the ids of its seats. */
type Draft = Omit<Partial<PositionDraft>, 'skills'> & {
  readonly skills?: Skills | undefined
  readonly positionIds?: string[] | undefined
}

type Props<T extends Draft> = {
  readonly value: readonly T[] | null
  readonly onChange: (value: T[]) => void
  readonly onBlur: () => void
  readonly errorAt: (index: number, field: keyof PositionDraft) => string | undefined
}

/** The seats of the work, by role: how many, what each must know, and whether it can do without. */
export const PositionsField = <T extends Draft>({ value, onChange, onBlur, errorAt }: Props<T>) => {
  const words = useWords(catalogWords)
  const positions = value ?? []
  return (
    <div className="flex flex-col gap-3">
      {positions.map((one, index) => (
        <Position
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={index}
          position={one}
          onBlur={onBlur}
          errorOf={(field) => errorAt(index, field)}
          onChange={(changes) =>
            onChange(
              positions.map((other, at) => (at === index ? { ...other, ...changes } : other)),
            )
          }
          onRemove={() => onChange(positions.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          size="small"
          icon={Plus}
          onPress={() =>
            onChange([
              ...positions,
              {
                label: '',
                headcount: 1,
                mandatory: true,
                skills: [],
                certificationKindIds: [],
              } as unknown as T,
            ])
          }
        >
          {words.addPosition}
        </Button>
      </div>
    </div>
  )
}

type PositionProps = {
  readonly position: Draft
  readonly onBlur: () => void
  readonly onChange: (changes: Draft) => void
  readonly onRemove: () => void
  readonly errorOf: (field: keyof PositionDraft) => string | undefined
}

const Position = ({ position, onBlur, onChange, onRemove, errorOf }: PositionProps) => {
  const words = useWords(catalogWords)
  const setHeadcount = (headcount: number | null) => {
    // Fewer people: the last seats go, and with them whoever was assigned to them.
    const positionIds = position.positionIds?.slice(0, headcount ?? 1)
    onChange({ headcount: headcount ?? 0, ...(positionIds ? { positionIds } : {}) })
  }
  return (
    <fieldset className="flex flex-col gap-3 rounded-control border border-line p-3">
      <legend className="sr-only">{position.label || words.positions}</legend>
      <div className="grid grid-cols-[1fr_auto] items-start gap-2 sm:grid-cols-[1fr_8rem_auto_auto]">
        <TextField
          label={words.role}
          isOptional
          placeholder={words.roleHint}
          value={position.label ?? ''}
          onChange={(label) => onChange({ label })}
          onBlur={onBlur}
          error={errorOf('label')}
        />
        <IconButton
          className="mt-6 sm:order-last"
          icon={Trash2}
          label={words.remove}
          onPress={onRemove}
        />
        <NumberField
          label={words.headcount}
          min={1}
          max={200}
          value={position.headcount ?? 1}
          onChange={setHeadcount}
          error={errorOf('headcount')}
        />
        <span className="pt-7">
          <Checkbox
            label={words.mandatory}
            value={position.mandatory ?? true}
            onChange={(mandatory) => onChange({ mandatory })}
          />
        </span>
      </div>
      <SkillsField
        label={words.positionSkills}
        value={position.skills ?? []}
        onChange={(skills) => onChange({ skills })}
        error={errorOf('skills')}
      />
      <CertificationKindsField
        value={position.certificationKindIds ?? []}
        onChange={(certificationKindIds) => onChange({ certificationKindIds })}
      />
    </fieldset>
  )
}
