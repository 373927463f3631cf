import { type Client, clientAsked } from '@regie/contract/clients'
import { useWords } from '../../lib/language.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useCreateClient, useUpdateClient } from '../api.ts'
import { clientWords } from '../words.ts'

type Props = {
  /** Left out: a new one. */
  readonly client?: Client
  readonly onClose: () => void
  readonly onSaved?: (client: Client) => void
}

const FORM = 'client'
const languages = ['fr', 'en'] as const
const kinds = ['company', 'public', 'person'] as const

export const ClientDrawer = ({ client, onClose, onSaved }: Props) => {
  const words = useWords(clientWords)
  const create = useCreateClient()
  const update = useUpdateClient()
  const form = useForm(clientAsked, client ?? { name: '', kind: 'company' })
  const save = useSaving(form, client, {
    create: (draft) => create.actAsync({ body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { clientId: id }, body }),
    onSaved: (saved) => {
      onClose()
      onSaved?.(saved)
    },
  })
  return (
    <Drawer
      title={client ? words.editClient : words.newClient}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        <FormField form={form} name="kind">
          {(bind) => (
            <Select
              label={words.kind}
              options={kinds.map((id) => ({ id, label: words.kinds[id] }))}
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="siret">
          {(bind) => (
            <TextField
              label={words.siret}
              description={words.siretHelp}
              inputMode="numeric"
              isOptional
              {...bind}
              onChange={(text) => bind.onChange(text.replace(/\s/g, ''))}
            />
          )}
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="phone">
            {(bind) => <TextField label={words.phone} type="tel" isOptional {...bind} />}
          </FormField>
          <FormField form={form} name="email">
            {(bind) => <TextField label={words.email} type="email" isOptional {...bind} />}
          </FormField>
        </div>
        <FormField form={form} name="language">
          {(bind) => (
            <Select
              label={words.language}
              description={words.languageHelp}
              options={[
                { id: 'own', label: words.ownLanguage },
                ...languages.map((id) => ({ id, label: words.languages[id] })),
              ]}
              {...bind}
              value={bind.value ?? 'own'}
              onChange={(id) => bind.onChange(id === 'own' ? null : (id as 'fr' | 'en'))}
            />
          )}
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
        <FormField form={form} name="notes">
          {(bind) => <TextField label={words.notes} rows={4} isOptional {...bind} />}
        </FormField>
      </Form>
    </Drawer>
  )
}
