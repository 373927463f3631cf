import { definitionFaults } from '@regie/contract/form-checks'
import { type FormDefinition, type FormField, formDefinition, trade } from '@regie/contract/forms'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FieldEditor, LabelFields } from './field-editor.tsx'
import { Outline, type Place, withFields } from './outline.tsx'
import { Preview } from './preview.tsx'
import { SettingsEditor } from './settings-editor.tsx'
import { formWords } from './words.ts'

type Props = {
  readonly definition: FormDefinition
  readonly onChange: (definition: FormDefinition) => void
}

/** Every fault by its path: what the schema says, and what does not hold together. */
function useFaults(definition: FormDefinition): ReadonlyMap<string, string> {
  const { language } = useLanguage()
  const parsed = formDefinition.safeParse(definition)
  const issues = parsed.success
    ? []
    : parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message] as const)
  const faults = parsed.success
    ? definitionFaults(definition).map((fault) => [fault.path, fault[language]] as const)
    : []
  return new Map([...issues, ...faults])
}

/** Structure on the left, the chosen part in the middle, the phone on the right. */
export const Builder = ({ definition, onChange }: Props) => {
  const words = useWords(formWords)
  const [chosen, setChosen] = useState<Place>({ section: 0, field: null })
  const faults = useFaults(definition)
  const section = definition.sections[chosen.section]
  const field = chosen.field === null ? undefined : section?.fields[chosen.field]
  const base =
    chosen.field === null
      ? `sections.${chosen.section}`
      : `sections.${chosen.section}.fields.${chosen.field}`
  const errorAt = (path: string) =>
    faults.get(`${base}.${path}`) ?? (path === 'label' ? faults.get(`${base}.label.fr`) : undefined)
  const setField = (changed: FormField) =>
    onChange(
      withFields(
        definition,
        chosen.section,
        (section?.fields ?? []).map((one, at) => (at === chosen.field ? changed : one)),
      ),
    )
  const setSection = (change: object) =>
    onChange({
      ...definition,
      sections: definition.sections.map((one, at) =>
        at === chosen.section ? { ...one, ...change } : one,
      ),
    })
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-[20rem_minmax(0,1fr)_25rem]">
      <div className="flex flex-col gap-4">
        <Card title={words.structure}>
          <div className="mb-4 flex flex-col gap-3">
            <General definition={definition} error={faults.get('title.fr')} onChange={onChange} />
          </div>
          <Outline
            definition={definition}
            chosen={chosen}
            faulty={faultyPlaces(faults)}
            onChoose={setChosen}
            onChange={(next, place) => {
              onChange(next)
              setChosen(place)
            }}
          />
        </Card>
      </div>
      <div className="flex flex-col gap-4">
        <Card title={words.properties}>
          {field ? (
            <FieldEditor key={base} field={field} errorAt={errorAt} onChange={setField} />
          ) : section ? (
            <div className="flex flex-col gap-3">
              <LabelFields
                label={section.title}
                error={faults.get(`${base}.title.fr`)}
                onChange={(title) => setSection({ title })}
              />
              <TextField
                label={words.visibleWhen}
                description={words.visibleHelp}
                value={section.visibleWhen}
                error={errorAt('visibleWhen')}
                onChange={(visibleWhen) => setSection({ visibleWhen })}
              />
            </div>
          ) : null}
        </Card>
        <Card title={words.settings} description={words.settingsText}>
          <SettingsEditor definition={definition} faults={faults} onChange={onChange} />
        </Card>
      </div>
      <Card title={words.preview}>
        <Preview definition={definition} />
      </Card>
    </div>
  )
}

const faultyPlaces = (faults: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...faults.keys()].flatMap((path) => {
      const match = /^sections\.(\d+)(?:\.fields\.(\d+))?/.exec(path)
      return match ? [match[2] === undefined ? `${match[1]}` : `${match[1]}.${match[2]}`] : []
    }),
  )

const General = ({ definition, error, onChange }: Props & { error: string | undefined }) => {
  const words = useWords(formWords)
  const { title } = definition
  return (
    <>
      <TextField
        label={words.titleFr}
        value={title.fr}
        error={error}
        onChange={(fr) => onChange({ ...definition, title: { ...title, fr } })}
      />
      <TextField
        label={words.titleEn}
        value={title.en}
        onChange={(en) => onChange({ ...definition, title: { ...title, en } })}
      />
      <Select
        label={words.trade}
        value={definition.trade}
        options={trade.options.map((id) => ({ id, label: words.packs[id] }))}
        onChange={(one) => onChange({ ...definition, trade: one })}
      />
      <Select
        label={words.per}
        value={definition.per}
        options={[
          { id: 'work_order', label: words.perWork },
          { id: 'asset', label: words.perAsset },
        ]}
        onChange={(per) => onChange({ ...definition, per })}
      />
    </>
  )
}
