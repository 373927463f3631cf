import { acceptInvitation, type openInvitation } from '@regie/contract/identity'
import type { ReturnOf } from '@regie/contract/kernel'
import { Link } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { Note } from '../../ui/note.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAcceptInvitation, useEnter, useOpenInvitation } from '../api.ts'
import { BrokenLink } from '../parts/broken-link.tsx'
import { Door } from '../parts/door.tsx'
import { useToken } from '../parts/use-token.ts'
import { doorWords, roleWords } from '../words.ts'

/** The page behind an invitation: what is offered first, then the yes. */
export const AcceptInvitation = () => {
  const token = useToken()
  return token ? <Offer token={token} /> : <BrokenLink />
}

const Offer = ({ token }: { token: string }) => {
  const words = useWords(doorWords)
  const { act, data, error } = useOpenInvitation()
  const open = useEffectEvent(() => act({ body: { token } }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link opens another offer
  useEffect(() => open(), [token])
  if (data) return <OfferForm token={token} offer={data} />
  return (
    <Door title={error ? words.linkMissing : words.invitationLoading}>
      {error && (
        <>
          <ProblemNote problem={error} />
          <Link to="/sign-in" className={buttonClass({})}>
            {words.back}
          </Link>
        </>
      )}
    </Door>
  )
}

type OfferProps = { readonly token: string; readonly offer: ReturnOf<typeof openInvitation> }

const OfferForm = ({ token, offer }: OfferProps) => {
  const words = useWords(doorWords)
  const roles = useWords(roleWords)
  const enter = useEnter()
  const { actAsync } = useAcceptInvitation()
  const schema = offer.hasAccount
    ? acceptInvitation.body
    : acceptInvitation.body.required({ password: true })
  const form = useForm(schema as typeof acceptInvitation.body, {
    token,
    name: offer.name,
    ...(offer.hasAccount ? {} : { password: '' }),
  })
  return (
    <Door
      title={words.invitation(offer.organization)}
      text={words.invitationBy(offer.invitedBy, roles.names[offer.role])}
    >
      <Form form={form} onSubmit={async (body) => enter(await actAsync({ body }))}>
        {offer.hasAccount ? (
          <Note>{words.hasAccount(offer.email)}</Note>
        ) : (
          <TextField
            label={words.email}
            type="email"
            autoComplete="username"
            value={offer.email}
            onChange={() => undefined}
            isReadOnly
          />
        )}
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoComplete="name" {...bind} />}
        </FormField>
        {!offer.hasAccount && (
          <FormField form={form} name="password">
            {(bind) => (
              <PasswordField
                label={words.choosePassword}
                description={words.passwordHint}
                autoComplete="new-password"
                {...bind}
              />
            )}
          </FormField>
        )}
        <Button type="submit" tone="primary" isPending={form.formState.isSubmitting}>
          {words.accept}
        </Button>
      </Form>
    </Door>
  )
}
