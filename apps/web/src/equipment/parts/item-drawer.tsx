import { type EquipmentItem, equipmentDraft, equipmentKind } from '@regie/contract/equipment'
import { useWords } from '../../lib/language.tsx'
import { ArchiveMenu } from '../../ui/archive-menu.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { TechnicianField } from '../../workforce/index.ts'
import { useArchiveEquipment, useCreateEquipment, useUpdateEquipment } from '../api.ts'
import { kindIcons } from '../kind-icons.ts'
import { equipmentWords } from '../words.ts'

const FORM = 'equipment'

type Props = {
  /** Null: a new one. */
  readonly item: EquipmentItem | null
  readonly onClose: () => void
}

export const ItemDrawer = ({ item, onClose }: Props) => {
  const words = useWords(equipmentWords)
  const create = useCreateEquipment()
  const update = useUpdateEquipment()
  const { actAsync: archive } = useArchiveEquipment()
  const form = useForm(equipmentDraft, item ?? { name: '', kind: 'vehicle', quantity: 1 })
  const save = useSaving(form, item, {
    create: (draft) => create.actAsync({ body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { equipmentId: id }, body }),
    onSaved: onClose,
  })
  return (
    <Drawer
      title={item?.name ?? words.add}
      isOpen
      onClose={onClose}
      actions={
        <>
          {item && (
            <ArchiveMenu
              name={item.name}
              isArchived={item.archivedAt !== null}
              onArchive={(archived) =>
                archive({
                  params: { equipmentId: item.id },
                  body: { version: item.version, archived },
                }).then(onClose)
              }
            />
          )}
          <FormActions form={form} id={FORM} onClose={onClose} />
        </>
      }
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        <FormField form={form} name="kind">
          {(bind) => (
            <Select
              label={words.kind}
              options={equipmentKind.options.map((id) => ({
                ...{ id, label: words.kinds[id], icon: kindIcons[id] },
              }))}
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="quantity">
          {(bind) => (
            <NumberField
              label={words.quantity}
              min={1}
              max={9999}
              {...bind}
              onChange={(count) => bind.onChange(count ?? 1)}
            />
          )}
        </FormField>
        <FormField form={form} name="technicianId">
          {(bind) => (
            <TechnicianField
              label={words.owner}
              description={words.ownerHelp}
              isOptional
              {...bind}
              value={bind.value ?? null}
            />
          )}
        </FormField>
        <FormField form={form} name="notes">
          {(bind) => <TextField label={words.notes} rows={3} isOptional {...bind} />}
        </FormField>
      </Form>
    </Drawer>
  )
}
