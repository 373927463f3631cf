import { inLanguage } from '@regie/contract/form-answers'
import type { FormDefinition, FormSetting } from '@regie/contract/forms'
import { Plus, Trash2 } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { freeKey } from './new-field.ts'
import { formWords } from './words.ts'

type Props = {
  readonly definition: FormDefinition
  readonly faults: ReadonlyMap<string, string>
  readonly onChange: (definition: FormDefinition) => void
}

/** The limits of the trade, each with the name that expressions use. */
export const SettingsEditor = ({ definition, faults, onChange }: Props) => {
  const words = useWords(formWords)
  const { language } = useLanguage()
  const { settings } = definition
  const set = (index: number, change: Partial<FormSetting>) =>
    onChange({
      ...definition,
      settings: settings.map((one, at) => (at === index ? { ...one, ...change } : one)),
    })
  return (
    <div className="flex flex-col gap-2">
      {settings.map((setting, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: keys are being typed
          key={index}
          className="grid grid-cols-[minmax(0,1fr)_8.5rem_auto] items-end gap-2 border-line border-b pb-2"
        >
          <div className="min-w-0">
            <TextField
              label={`${words.labelFr} · ${setting.key}`}
              value={inLanguage(setting.label, language)}
              error={
                faults.get(`settings.${index}.key`) ?? faults.get(`settings.${index}.label.fr`)
              }
              onChange={(text) => set(index, { label: { ...setting.label, [language]: text } })}
            />
          </div>
          <NumberField
            label={words.value}
            isPlain
            format={{ maximumFractionDigits: 6 }}
            value={setting.value}
            unit={setting.unit}
            onChange={(value) => value !== null && set(index, { value })}
          />
          <IconButton
            size="small"
            icon={Trash2}
            label={words.remove}
            onPress={() =>
              onChange({ ...definition, settings: settings.filter((_, at) => at !== index) })
            }
          />
        </div>
      ))}
      <Button
        size="small"
        icon={Plus}
        className="self-start"
        onPress={() =>
          onChange({
            ...definition,
            settings: [
              ...settings,
              {
                key: freeKey(definition, 'limit'),
                label: { fr: words.untitled, en: words.untitled },
                value: 0,
                unit: '',
              },
            ],
          })
        }
      >
        {words.addSetting}
      </Button>
    </div>
  )
}
