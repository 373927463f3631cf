import { type Site, siteDraft } from '@regie/contract/clients'
import { useWords } from '../../lib/language.tsx'
import { AddressFields } from '../../ui/address-fields.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { PositionField } from '../../ui/position-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useCreateSite, useUpdateSite } from '../api.ts'
import { clientWords } from '../words.ts'
import { ClientField } from './client-field.tsx'

type Props = {
  /** Left out: a new one, of `clientId` when that is known. */
  readonly site?: Site
  readonly clientId?: string
  readonly onClose: () => void
  readonly onSaved?: (site: Site) => void
}

const FORM = 'site'

export const SiteDrawer = ({ site, clientId, onClose, onSaved }: Props) => {
  const words = useWords(clientWords)
  const create = useCreateSite()
  const update = useUpdateSite()
  const form = useForm(
    siteDraft,
    site ?? { name: '', clientId: clientId ?? '', address: {}, position: null },
  )
  const save = useSaving(form, site, {
    create: (draft) => create.actAsync({ body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { siteId: id }, body }),
    onSaved: (saved) => {
      onClose()
      onSaved?.(saved)
    },
  })
  return (
    <Drawer
      title={site ? words.editSite : words.newSite}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        {!site && !clientId && (
          <FormField form={form} name="clientId">
            {(bind) => (
              <ClientField
                label={words.client}
                {...bind}
                value={bind.value || null}
                onChange={(id) => bind.onChange(id ?? '')}
              />
            )}
          </FormField>
        )}
        <FormField form={form} name="address">
          {(bind) => <AddressFields {...bind} />}
        </FormField>
        <FormField form={form} name="position">
          {(bind) => (
            <PositionField
              label={words.position}
              description={words.positionHelp}
              isOptional
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="accessInstructions">
          {(bind) => (
            <TextField
              label={words.access}
              description={words.accessHelp}
              rows={4}
              isOptional
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="notes">
          {(bind) => <TextField label={words.notes} rows={3} isOptional {...bind} />}
        </FormField>
        <FormField form={form} name="externalId">
          {(bind) => (
            <TextField
              label={words.externalId}
              description={words.externalIdHelp}
              isOptional
              {...bind}
              onChange={(text) => bind.onChange(text || null)}
            />
          )}
        </FormField>
      </Form>
    </Drawer>
  )
}
