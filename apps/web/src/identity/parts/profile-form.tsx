import { changeProfile } from '@regie/contract/identity'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useChangeProfile } from '../api.ts'
import { accountWords } from '../settings-words.ts'

/** My name and language in this organisation. */
export const ProfileForm = () => {
  const words = useWords(accountWords)
  const { user, member } = useSession()
  const { actAsync } = useChangeProfile()
  const form = useForm(changeProfile.body, {
    version: member.version,
    name: user.name,
    language: user.language,
  })
  return (
    <Form
      form={form}
      className="flex max-w-md flex-col gap-4"
      onSubmit={async (body) => {
        await actAsync({ body })
        showToast({ tone: 'good', title: words.saved })
      }}
    >
      <FormField form={form} name="name">
        {(bind) => <TextField label={words.name} autoComplete="name" {...bind} />}
      </FormField>
      <TextField
        label={words.email}
        value={user.email}
        onChange={() => undefined}
        isReadOnly
        isDisabled
      />
      <FormField form={form} name="language">
        {(bind) => (
          <Select
            label={words.language}
            options={[
              { id: 'follow' as const, label: words.languageFollow },
              { id: 'fr' as const, label: words.languages.fr },
              { id: 'en' as const, label: words.languages.en },
            ]}
            {...bind}
            value={bind.value ?? 'follow'}
            onChange={(id) => bind.onChange(id === 'follow' ? null : id)}
          />
        )}
      </FormField>
      <Button
        type="submit"
        tone="primary"
        className="self-start field:self-stretch"
        isPending={form.formState.isSubmitting}
      >
        {words.save}
      </Button>
    </Form>
  )
}
