import { resetPassword } from '@regie/contract/identity'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { Note } from '../../ui/note.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { useResetPassword } from '../api.ts'
import { BrokenLink } from '../parts/broken-link.tsx'
import { Door } from '../parts/door.tsx'
import { useToken } from '../parts/use-token.ts'
import { doorWords } from '../words.ts'

export const ResetPassword = () => {
  const token = useToken()
  return token ? <NewPassword token={token} /> : <BrokenLink />
}

const NewPassword = ({ token }: { token: string }) => {
  const words = useWords(doorWords)
  const [isDone, setDone] = useState(false)
  const { actAsync } = useResetPassword()
  const form = useForm(resetPassword.body, { token, newPassword: '' })
  if (isDone) {
    return (
      <Door title={words.resetTitle}>
        <Note tone="good" title={words.resetDone}>
          {words.resetDoneText}
        </Note>
        <Link to="/sign-in" className={buttonClass({ tone: 'primary' })}>
          {words.submit}
        </Link>
      </Door>
    )
  }
  return (
    <Door title={words.resetTitle}>
      <Form
        form={form}
        onSubmit={async (body) => {
          await actAsync({ body })
          setDone(true)
        }}
      >
        <FormField form={form} name="newPassword">
          {(bind) => (
            <PasswordField
              label={words.newPassword}
              description={words.passwordHint}
              autoComplete="new-password"
              autoFocus
              {...bind}
            />
          )}
        </FormField>
        <Button type="submit" tone="primary" isPending={form.formState.isSubmitting}>
          {words.reset}
        </Button>
      </Form>
    </Door>
  )
}
