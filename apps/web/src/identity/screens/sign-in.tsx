import { signIn } from '@regie/contract/identity'
import { Link, Navigate } from '@tanstack/react-router'
import { Mail } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useEnter, useSetupNeeded, useSignIn } from '../api.ts'
import { Door } from '../parts/door.tsx'
import { LinkRequest } from '../parts/link-request.tsx'
import { doorWords } from '../words.ts'

export const SignIn = () => {
  const words = useWords(doorWords)
  const [way, setWay] = useState<'password' | 'link'>('password')
  const setup = useSetupNeeded()
  if (setup.data?.needed) return <Navigate to="/setup" replace />
  return (
    <Door title={words.signIn} {...(way === 'link' ? { text: words.byLinkText } : {})}>
      {way === 'password' ? <PasswordForm /> : <LinkRequest />}
      <p className="flex items-center gap-3 text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {words.or}
      </p>
      <Button
        icon={way === 'password' ? Mail : undefined}
        onPress={() => setWay(way === 'password' ? 'link' : 'password')}
      >
        {way === 'password' ? words.byLink : words.byPassword}
      </Button>
    </Door>
  )
}

const PasswordForm = () => {
  const words = useWords(doorWords)
  const enter = useEnter()
  const { actAsync } = useSignIn()
  const form = useForm(signIn.body, { email: '', password: '' })
  return (
    <Form form={form} onSubmit={async (body) => enter(await actAsync({ body }))}>
      <FormField form={form} name="email">
        {(bind) => (
          <TextField label={words.email} type="email" autoComplete="username" autoFocus {...bind} />
        )}
      </FormField>
      <FormField form={form} name="password">
        {(bind) => (
          <PasswordField label={words.password} autoComplete="current-password" {...bind} />
        )}
      </FormField>
      <Button type="submit" tone="primary" isPending={form.formState.isSubmitting}>
        {words.submit}
      </Button>
      <Link
        to="/sign-in/forgotten"
        className="self-start rounded text-ink-2 underline-offset-2 hover:text-ink hover:underline"
      >
        {words.forgotten}
      </Link>
    </Form>
  )
}
