import type { ReturnOf } from '@regie/contract/kernel'
import type { Kind } from '@regie/contract/message-kind'
import { type MessageChannel, messageKinds } from '@regie/contract/messages'
import {
  type getNotificationSettings,
  type NotificationSettings,
  saveNotificationSettings,
} from '@regie/contract/notifications'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormField, type FormOf, useForm } from '../../ui/form.tsx'
import { Note } from '../../ui/note.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useNotificationSettings, useSaveNotificationSettings } from '../api.ts'
import { notificationWords } from '../words.ts'
import { ChannelOrder } from './channel-order.tsx'
import { RoleMinutes } from './role-minutes.tsx'

export const NotificationSettingsTab = () => {
  const { data, error, refetch } = useNotificationSettings()
  if (data) return <SettingsForm key={data.version} settings={data} reload={refetch} />
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />
  return (
    <Page width="reading">
      <Skeleton className="mt-4 h-40 w-full" />
    </Page>
  )
}

type Known = ReturnOf<typeof getNotificationSettings>
type Values = NotificationSettings
type Part = { readonly form: FormOf<Values, Values>; readonly isReadOnly: boolean }

const SettingsForm = ({
  settings,
  reload,
}: {
  settings: Known
  reload: () => Promise<unknown>
}) => {
  const words = useWords(notificationWords)
  const isReadOnly = !useCan()('notifications.configure')
  const { actAsync } = useSaveNotificationSettings()
  const { channels, ...values } = settings
  const form = useForm(saveNotificationSettings.body, values)
  const missing = channels
    .filter(({ channel, connected }) => !connected && channel !== 'slack')
    .map(({ channel }) => words.channels[channel])
  const save = async (body: Values) => {
    try {
      await actAsync({ body })
      showToast({ tone: 'good', title: words.saved })
    } catch (error) {
      if (toProblem(error).code === 'stale_version') await reload()
      throw error
    }
  }
  return (
    <Page width="reading">
      <Form form={form} className="flex flex-col gap-4 pt-4" onSubmit={save}>
        {isReadOnly && <Note>{words.readOnly}</Note>}
        {missing.length > 0 && <Note>{words.notConnected(missing.join(', '))}</Note>}
        <Rhythm form={form} isReadOnly={isReadOnly} />
        <Card title={words.rules} description={words.rulesText}>
          <FormField form={form} name="rules">
            {(bind) => (
              <RuleList
                rules={bind.value as Values['rules']}
                onChange={bind.onChange as (rules: Values['rules']) => void}
                isReadOnly={isReadOnly}
              />
            )}
          </FormField>
        </Card>
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

const Rhythm = ({ form, isReadOnly }: Part) => {
  const words = useWords(notificationWords)
  return (
    <>
      <Card title={words.rhythm}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="digestMinutes">
            {(bind) => <DurationField label={words.digest} isDisabled={isReadOnly} {...bind} />}
          </FormField>
          <FormField form={form} name="urgentHours">
            {(bind) => (
              <NumberField
                label={words.urgent}
                unit="h"
                min={0}
                max={168}
                isDisabled={isReadOnly}
                {...bind}
              />
            )}
          </FormField>
        </div>
      </Card>
      <Card title={words.quiet} description={words.quietText}>
        <div className="grid max-w-sm grid-cols-2 gap-4">
          <FormField form={form} name="quietFrom">
            {(bind) => <TimeField label={words.from} isDisabled={isReadOnly} {...bind} />}
          </FormField>
          <FormField form={form} name="quietUntil">
            {(bind) => <TimeField label={words.until} isDisabled={isReadOnly} {...bind} />}
          </FormField>
        </div>
      </Card>
      <Card title={words.channels.slack} description={words.slackText}>
        <FormField form={form} name="slackUrl">
          {(bind) => (
            <TextField
              label={words.slackUrl}
              placeholder="https://hooks.slack.com/services/…"
              isReadOnly={isReadOnly}
              isOptional
              {...bind}
            />
          )}
        </FormField>
      </Card>
    </>
  )
}

type Rules = Values['rules']
type RuleListProps = {
  readonly rules: Rules
  readonly onChange: (rules: Rules) => void
  readonly isReadOnly: boolean
}

const RuleList = ({ rules, onChange, isReadOnly }: RuleListProps) => {
  const change = (index: number, next: Rules[number]) =>
    onChange(rules.map((rule, at) => (at === index ? next : rule)))
  return (
    <ul className="flex flex-col divide-y divide-line">
      {rules.map((rule, index) => (
        <li key={rule.kind} className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
          <RuleFields
            rule={rule}
            onChange={(next) => change(index, next)}
            isReadOnly={isReadOnly}
          />
        </li>
      ))}
    </ul>
  )
}

type RuleProps = Omit<RuleListProps, 'rules' | 'onChange'> & {
  readonly rule: Rules[number]
  readonly onChange: (rule: Rules[number]) => void
}

/** By what each kind of reader can be reached. */
const possible: Readonly<Record<Kind['audience'], readonly MessageChannel[]>> = {
  technician: ['push', 'sms', 'email'],
  client: ['email', 'sms'],
  office: ['push', 'email'],
}

/** The organisation's channel is told besides, not instead. */
const slackOf = ({ channels }: Rules[number]) => channels.filter((channel) => channel === 'slack')

const RuleFields = ({ rule, onChange, isReadOnly }: RuleProps) => {
  const words = useWords(notificationWords)
  const { audience, everyChannel, minutes, channels } = messageKinds[rule.kind]
  const personal = channels.filter((channel) => channel !== 'slack')
  return (
    <>
      <Checkbox
        label={words.kinds[rule.kind]}
        description={words.kindTexts[rule.kind]}
        value={rule.enabled}
        isDisabled={isReadOnly}
        onChange={(enabled) => onChange({ ...rule, enabled })}
      />
      {rule.enabled && (
        <div className="grid gap-3 pl-7 sm:grid-cols-4">
          {personal.length > 0 && (
            <ChannelOrder
              value={rule.channels.filter((channel) => channel !== 'slack')}
              choices={possible[audience]}
              isTogether={everyChannel === true}
              isReadOnly={isReadOnly}
              onChange={(next) => onChange({ ...rule, channels: [...next, ...slackOf(rule)] })}
            />
          )}
          {channels.includes('slack') && (
            <Checkbox
              label={words.alsoSlack}
              value={rule.channels.includes('slack')}
              isDisabled={isReadOnly}
              onChange={(on) =>
                onChange({
                  ...rule,
                  channels: [
                    ...rule.channels.filter((channel) => channel !== 'slack'),
                    ...(on ? (['slack'] as const) : []),
                  ],
                })
              }
            />
          )}
          {minutes && (
            <DurationField
              label={'before' in minutes ? words.before : words.after}
              value={rule.minutes}
              isDisabled={isReadOnly}
              onChange={(next) => onChange({ ...rule, minutes: next ?? 0 })}
            />
          )}
        </div>
      )}
      {rule.enabled && minutes && audience === 'technician' && (
        <RoleMinutes
          label={'before' in minutes ? words.before : words.after}
          value={rule.roles}
          isReadOnly={isReadOnly}
          onChange={(roles) => onChange({ ...rule, roles })}
        />
      )}
    </>
  )
}
