import { setUp } from '@regie/contract/identity'
import { useLanguage, useWords } from '../../lib/language.tsx'
import type { Session } from '../../lib/session-endpoint.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSetUp } from '../api.ts'
import { settingsWords } from '../settings-words.ts'
import { setupWords } from '../setup-words.ts'
import { doorWords } from '../words.ts'
import { TimeZoneField } from './time-zone-field.tsx'

type Props = {
  readonly step: 'organization' | 'owner'
  readonly onStep: (step: 'organization' | 'owner') => void
  readonly onMade: (session: Session) => void
}

/** Two pages of one form: nothing is made before the second is sent. */
export const SetupHouse = ({ step, onStep, onMade }: Props) => {
  const words = useWords(setupWords)
  const doors = useWords(doorWords)
  const settings = useWords(settingsWords)
  const { language } = useLanguage()
  const { actAsync } = useSetUp()
  const form = useForm(setUp.body, {
    organization: { name: '', timeZone: 'Europe/Paris', language },
    owner: { name: '', email: '', password: '' },
  })
  const goOn = async () => {
    if (await form.trigger('organization', { shouldFocus: true })) onStep('owner')
  }
  return (
    <Form
      form={form}
      onSubmit={async (body) =>
        onMade(
          await actAsync({ body: { ...body, organization: { ...body.organization, language } } }),
        )
      }
    >
      {step === 'organization' ? (
        <>
          <FormField form={form} name="organization.name">
            {(bind) => (
              <TextField
                label={words.name}
                placeholder={words.namePlaceholder}
                autoComplete="organization"
                autoFocus
                {...bind}
              />
            )}
          </FormField>
          <FormField form={form} name="organization.timeZone">
            {(bind) => (
              <TimeZoneField
                label={settings.timeZone}
                description={settings.timeZoneText}
                {...bind}
              />
            )}
          </FormField>
          <div className="flex justify-end">
            <Button tone="primary" onPress={() => void goOn()}>
              {words.next}
            </Button>
          </div>
        </>
      ) : (
        <>
          <FormField form={form} name="owner.name">
            {(bind) => <TextField label={words.yourName} autoComplete="name" autoFocus {...bind} />}
          </FormField>
          <FormField form={form} name="owner.email">
            {(bind) => (
              <TextField label={doors.email} type="email" autoComplete="username" {...bind} />
            )}
          </FormField>
          <FormField form={form} name="owner.password">
            {(bind) => (
              <PasswordField
                label={doors.password}
                description={doors.passwordHint}
                autoComplete="new-password"
                {...bind}
              />
            )}
          </FormField>
          <div className="flex justify-between">
            <Button onPress={() => onStep('organization')}>{words.back}</Button>
            <Button type="submit" tone="primary" isPending={form.formState.isSubmitting}>
              {words.create}
            </Button>
          </div>
        </>
      )}
    </Form>
  )
}
