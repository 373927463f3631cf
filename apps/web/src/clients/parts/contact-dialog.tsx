import { type Contact, contactDraft } from '@regie/contract/clients'
import { useRef } from 'react'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
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
  const version = useRef(contact?.version ?? 0)
  const form = useForm(contactDraft, contact ?? { name: '', siteId })
  const save = async (draft: Parameters<typeof create.actAsync>[0]['body']) => {
    const saving = contact
      ? update.actAsync({
          params: { clientId, contactId: contact.id },
          body: { ...draft, version: version.current },
        })
      : create.actAsync({ params: { clientId }, body: draft })
    await orShowCurrent(saving, (current) => {
      version.current = current.version
      form.reset(current)
    })
    onClose()
  }
  return (
    <Dialog
      title={contact ? words.editContact : words.addContact}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={form.formState.isSubmitting}>
            {words.save}
          </Button>
        </>
      }
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
