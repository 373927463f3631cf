import {
  type CrewTemplate,
  crewTemplateDraft,
  type PhaseKind,
  phaseKind,
  phaseKindNames,
} from '@regie/contract/productions'
import { PositionsField } from '../../catalog/index.ts'
import { NeedsField, useEquipment } from '../../equipment/index.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { faultAt } from '../../ui/fault-at.ts'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useTemplateActs } from '../api.ts'
import { productionWords } from '../words.ts'

type Props = {
  /** Null: a new one. */
  readonly template: CrewTemplate | null
  readonly onClose: () => void
}

export const CrewTemplateDrawer = ({ template, onClose }: Props) => {
  const words = useWords(productionWords)
  const acts = useTemplateActs()
  const { data: items } = useEquipment(false)
  const nameOfItem = (id: string) => items?.find((one) => one.id === id)?.name ?? ''
  const form = useForm(crewTemplateDraft, template ?? { name: '', lines: [], equipment: [] })
  const save = useSaving(form, template, {
    create: (draft) => acts.create({ body: draft }),
    update: ({ id }, body) => acts.update({ params: { templateId: id }, body }),
    onSaved: onClose,
  })
  return (
    <Drawer
      title={template ? words.editTemplate : words.newTemplate}
      isOpen
      onClose={onClose}
      width="wide"
      actions={<FormActions form={form} id="crew-template" onClose={onClose} />}
    >
      <Form form={form} id="crew-template" onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.templateName} autoFocus {...bind} />}
        </FormField>
        <FormField form={form} name="lines">
          {(bind) => (
            <>
              <PositionsField
                {...bind}
                onChange={(value) => bind.onChange(value as never)}
                errorAt={(index, field) => faultAt(form.formState.errors, 'lines', index, field)}
              />
              <Kinds
                lines={bind.value ?? []}
                onChange={(index, kinds) =>
                  bind.onChange(
                    (bind.value ?? []).map((line, at) =>
                      at === index ? { ...line, kinds } : line,
                    ) as never,
                  )
                }
              />
            </>
          )}
        </FormField>
        <FormField form={form} name="equipment">
          {(bind) => (
            <>
              <fieldset className="flex flex-col gap-2">
                <legend className="mb-2 font-medium text-[0.8125rem]">{words.equipment}</legend>
                <NeedsField
                  {...bind}
                  errorAt={(index, field) =>
                    faultAt(form.formState.errors, 'equipment', index, field)
                  }
                />
              </fieldset>
              <Kinds
                lines={(bind.value ?? []).map((need) => ({
                  ...need,
                  label: nameOfItem(need.equipmentId),
                }))}
                onChange={(index, kinds) =>
                  bind.onChange(
                    (bind.value ?? []).map((need, at) =>
                      at === index ? { ...need, kinds } : need,
                    ),
                  )
                }
              />
            </>
          )}
        </FormField>
      </Form>
    </Drawer>
  )
}

type KindsProps = {
  readonly lines: readonly {
    readonly label: string
    readonly kinds?: readonly PhaseKind[] | undefined
  }[]
  readonly onChange: (index: number, kinds: PhaseKind[]) => void
}

/** In which phases each role is needed. */
const Kinds = ({ lines, onChange }: KindsProps) => {
  const words = useWords(productionWords)
  const { language } = useLanguage()
  const options = phaseKind.options.map((id) => ({ id, label: phaseKindNames[id][language] }))
  const named = lines.filter(({ label }) => label)
  if (named.length === 0) return null
  return (
    <fieldset className="mt-4 flex flex-col gap-2">
      <legend className="mb-2 font-medium text-[0.8125rem]">{words.onlyIn}</legend>
      {lines.map(({ label, kinds }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
        <div key={index} className="grid grid-cols-2 items-center gap-2">
          <span dir="auto" className="truncate">
            {label}
          </span>
          <MultiSelect
            label={`${words.onlyIn} : ${label}`}
            isLabelHidden
            placeholder={words.always}
            options={options}
            value={kinds ?? []}
            onChange={(value) => onChange(index, [...value])}
          />
        </div>
      ))}
    </fieldset>
  )
}
