import { requestSignInLink } from '@regie/contract/identity'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { Note } from '../../ui/note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useForgotPassword, useRequestSignInLink } from '../api.ts'
import { doorWords } from '../words.ts'

/** Asks for a letter; the answer is the same whether the address has an account or not. */
export const LinkRequest = ({ purpose = 'sign-in' }: { purpose?: 'sign-in' | 'password' }) => {
  const words = useWords(doorWords)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const signIn = useRequestSignInLink()
  const password = useForgotPassword()
  const form = useForm(requestSignInLink.body, { email: '' })
  if (sentTo) {
    return (
      <Note tone="good" title={words.mailSent}>
        {words.mailSentText(sentTo)}
      </Note>
    )
  }
  return (
    <Form
      form={form}
      onSubmit={async (body) => {
        await (purpose === 'sign-in' ? signIn : password).actAsync({ body })
        setSentTo(body.email)
      }}
    >
      <FormField form={form} name="email">
        {(bind) => (
          <TextField label={words.email} type="email" autoComplete="username" autoFocus {...bind} />
        )}
      </FormField>
      <Button type="submit" tone="primary" isPending={form.formState.isSubmitting}>
        {words.sendLink}
      </Button>
    </Form>
  )
}
