import { type Contact, contactAsked } from '@regie/contract/clients'
import { useWords } from '../../lib/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useCreateContact, useUpdateContact } from '../api.ts'
import { clientWords } from '../words.ts'

type Props = {
  readonly clientId: string
  /** Null: a contact of the client as a whole. */
  readonly siteId: string | null
  readonly contact?: Contact
  readonly onClose: () => void
}

const FORM = 'contact'

export const ContactDialog = ({ clientId, siteId, contact, onClose }: Props) => {
  const words = useWords(clientWords)
  const create = useCreateContact()
  const update = useUpdateContact()
  const form = useForm(contactAsked, contact ?? { name: '', siteId })
  const save = useSaving(form, contact, {
    create: (draft) => create.actAsync({ params: { clientId }, body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { clientId, contactId: id }, body }),
    onSaved: onClose,
  })
  return (
    <Dialog
      title={contact ? words.editContact : words.addContact}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        <FormField form={form} name="duty">
          {(bind) => <TextField label={words.duty} isOptional {...bind} />}
        </FormField>
        <FormField form={form} name="phone">
          {(bind) => <TextField label={words.phone} type="tel" isOptional {...bind} />}
        </FormField>
        <FormField form={form} name="email">
          {(bind) => <TextField label={words.email} type="email" isOptional {...bind} />}
        </FormField>
      </Form>
    </Dialog>
  )
}
