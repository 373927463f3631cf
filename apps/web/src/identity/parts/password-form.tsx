import { changePassword } from '@regie/contract/identity'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useChangePassword } from '../api.ts'
import { accountWords } from '../settings-words.ts'

export const PasswordForm = () => {
  const words = useWords(accountWords)
  const { user } = useSession()
  const { actAsync } = useChangePassword()
  const form = useForm(changePassword.body, { currentPassword: '', newPassword: '' })
  return (
    <Form
      form={form}
      className="flex max-w-md flex-col gap-4"
      onSubmit={async (body) => {
        await actAsync({ body })
        form.reset()
        showToast({ tone: 'good', title: words.changed })
      }}
    >
      {/* Password managers file the new password under this name. */}
      <input type="text" hidden readOnly autoComplete="username" value={user.email} />
      <FormField form={form} name="currentPassword">
        {(bind) => (
          <PasswordField label={words.current} autoComplete="current-password" {...bind} />
        )}
      </FormField>
      <FormField form={form} name="newPassword">
        {(bind) => (
          <PasswordField
            label={words.next}
            description={words.nextHint}
            autoComplete="new-password"
            {...bind}
          />
        )}
      </FormField>
      <Button
        type="submit"
        className="self-start field:self-stretch"
        isPending={form.formState.isSubmitting}
      >
        {words.change}
      </Button>
    </Form>
  )
}
