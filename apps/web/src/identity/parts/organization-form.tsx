import { type Organization, updateOrganization } from '@regie/contract/identity'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { Form, FormField, type FormOf, useForm } from '../../ui/form.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useOrganization, useUpdateOrganization } from '../api.ts'
import { settingsWords } from '../settings-words.ts'
import { TimeZoneField } from './time-zone-field.tsx'

type Input = (typeof updateOrganization.body)['_zod']['input']
type Output = (typeof updateOrganization.body)['_zod']['output']
type Props = { readonly form: FormOf<Input, Output>; readonly isReadOnly: boolean }

export const OrganizationForm = ({ organization }: { organization: Organization }) => {
  const words = useWords(settingsWords)
  const can = useCan()
  const isReadOnly = !can('identity.manage-organization')
  const { refetch } = useOrganization()
  const { actAsync } = useUpdateOrganization()
  const { id: _id, ...values } = organization
  const form = useForm(updateOrganization.body, values)
  return (
    <Page width="reading">
      <Form
        form={form}
        className="flex flex-col gap-4 pt-4"
        onSubmit={async (body) => {
          try {
            await actAsync({ body })
            showToast({ tone: 'good', title: words.saved })
          } catch (error) {
            if (toProblem(error).code === 'stale_version') {
              await refetch()
              showToast({ tone: 'info', title: words.changedMeanwhile })
              return
            }
            throw error
          }
        }}
      >
        {isReadOnly && <Note>{words.readOnly}</Note>}
        <IdentityCard form={form} isReadOnly={isReadOnly} />
        <RuleCards form={form} isReadOnly={isReadOnly} />
        {!isReadOnly && (
          <Button
            type="submit"
            tone="primary"
            className="self-start"
            isPending={form.formState.isSubmitting}
          >
            {words.save}
          </Button>
        )}
      </Form>
    </Page>
  )
}

const IdentityCard = ({ form, isReadOnly }: Props) => {
  const words = useWords(settingsWords)
  return (
    <Card title={words.identity}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="name">
          {(bind) => (
            <TextField
              label={words.name}
              className="sm:col-span-2"
              isReadOnly={isReadOnly}
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="timeZone">
          {(bind) => (
            <TimeZoneField
              label={words.timeZone}
              description={words.timeZoneText}
              isDisabled={isReadOnly}
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="language">
          {(bind) => (
            <Select
              label={words.language}
              description={words.languageText}
              isDisabled={isReadOnly}
              options={[
                { id: 'fr', label: words.languages.fr },
                { id: 'en', label: words.languages.en },
              ]}
              {...bind}
            />
          )}
        </FormField>
      </div>
    </Card>
  )
}

const RuleCards = ({ form, isReadOnly }: Props) => {
  const words = useWords(settingsWords)
  const times = [
    ['dayStartsAt', words.dayStartsAt],
    ['dayEndsAt', words.dayEndsAt],
  ] as const
  const durations = [
    ['bufferMinutes', words.buffer],
    ['breakMinutes', words.pause],
    ['breakAfterMinutes', words.pauseAfter],
  ] as const
  return (
    <>
      <Card title={words.day} description={words.dayText}>
        <div className="grid max-w-sm grid-cols-2 gap-4">
          {times.map(([name, label]) => (
            <FormField key={name} form={form} name={name}>
              {(bind) => <TimeField label={label} isDisabled={isReadOnly} {...bind} />}
            </FormField>
          ))}
        </div>
      </Card>
      <Card title={words.rules} description={words.rulesText}>
        <div className="grid gap-4 sm:grid-cols-3">
          {durations.map(([name, label]) => (
            <FormField key={name} form={form} name={name}>
              {(bind) => <DurationField label={label} isDisabled={isReadOnly} {...bind} />}
            </FormField>
          ))}
        </div>
      </Card>
    </>
  )
}
