import type { SkillLevel } from '@regie/contract/skills'
import { X } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useSkillBook, useSkills } from '../api.ts'
import { workforceWords } from '../words.ts'

type Value = readonly { readonly skillId: string; readonly level?: number | undefined }[]

type Props = {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: Value | null
  readonly onChange: (value: SkillLevel[]) => void
  readonly error?: string | undefined
}

const levels = ['1', '2', '3', '4', '5'] as const

/** Skills with a level each, one line a skill. */
export const SkillsField = ({ label, isLabelHidden = false, value, onChange, error }: Props) => {
  const words = useWords(workforceWords)
  const { data = [] } = useSkills()
  const book = useSkillBook()
  const chosen = (value ?? []).map(({ skillId, level }) => ({ skillId, level: level ?? 1 }))
  const left = data.filter(({ id }) => !chosen.some(({ skillId }) => skillId === id))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className={isLabelHidden ? 'sr-only' : 'mb-1 font-medium text-[0.8125rem]'}>
        {label}
      </legend>
      {chosen.map(({ skillId, level }) => {
        const name = book.skills.get(skillId)?.name ?? '…'
        return (
          <div key={skillId} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <Segmented
              label={words.level(name)}
              choices={levels.map((id) => ({ id, label: id }))}
              value={String(level) as (typeof levels)[number]}
              onChange={(id) =>
                onChange(
                  chosen.map((one) =>
                    one.skillId === skillId ? { skillId, level: Number(id) } : one,
                  ),
                )
              }
            />
            <IconButton
              size="small"
              icon={X}
              label={words.removeSkill(name)}
              onPress={() => onChange(chosen.filter((one) => one.skillId !== skillId))}
            />
          </div>
        )
      })}
      {left.length > 0 && (
        <ComboBox
          key={chosen.length}
          label={words.addSkill}
          isLabelHidden
          isOptional
          className="max-w-72"
          placeholder={words.addSkill}
          value={null}
          error={error}
          options={left.map(({ id, name, code }) => ({ id, label: name, detail: code }))}
          onChange={(option) => option && onChange([...chosen, { skillId: option.id, level: 1 }])}
        />
      )}
    </fieldset>
  )
}
