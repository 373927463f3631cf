import {
  fillText,
  type MessageKind,
  messageKind,
  messageKinds,
  unknownVariables,
} from '@regie/contract/messages'
import { type MessageTemplate, saveTemplate } from '@regie/contract/notifications'
import { type Language, language as languages } from '@regie/contract/roles'
import { inCheapLetters, smsCost } from '@regie/contract/sms'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useResetTemplate, useSaveTemplate, useTemplates } from '../api.ts'
import { notificationWords } from '../words.ts'

const chosenSchema = z.object({ kind: messageKind.optional(), language: languages.optional() })
const kinds = Object.keys(messageKinds) as MessageKind[]

/** One text at a time: which message, in which language. */
export const TemplateTab = () => {
  const words = useWords(notificationWords)
  const { data, error, refetch } = useTemplates()
  const [{ kind = 'assignment_news', language = 'fr' }, choose] = useAddressState(chosenSchema)
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />
  const template = data?.find((one) => one.kind === kind && one.language === language)
  return (
    <Page>
      <div className="flex flex-wrap items-end gap-3 pt-4">
        <Select<MessageKind>
          label={words.text}
          className="w-64"
          value={kind}
          options={kinds.map((id) => ({ id, label: words.kinds[id] }))}
          onChange={(id) => choose({ kind: id ?? undefined })}
        />
        <Segmented<Language>
          label={words.language}
          value={language}
          choices={[
            { id: 'fr', label: words.languages.fr },
            { id: 'en', label: words.languages.en },
          ]}
          onChange={(id) => choose({ language: id })}
        />
      </div>
      {template ? (
        <TemplateForm key={`${kind} ${language} ${template.version}`} template={template} />
      ) : (
        <Skeleton className="h-72 w-full" />
      )}
    </Page>
  )
}

const TemplateForm = ({ template }: { template: MessageTemplate }) => {
  const words = useWords(notificationWords)
  const isReadOnly = !useCan()('notifications.configure')
  const { kind, language, version, custom, subject, body, short } = template
  const { actAsync } = useSaveTemplate()
  const reset = useResetTemplate()
  const form = useForm(saveTemplate.body, { version, subject, body, short })
  const typed = form.watch()
  const unknown = unknownVariables(kind, `${typed.subject} ${typed.body} ${typed.short}`)
  const save = async (values: z.output<typeof saveTemplate.body>) => {
    await actAsync({ params: { kind, language }, body: values })
    showToast({ tone: 'good', title: words.textSaved })
  }
  const putBack = () => {
    reset.act({ params: { kind, language } })
    showToast({ tone: 'info', title: words.resetDone })
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={words.kinds[kind]} description={words.kindTexts[kind]}>
        <Form form={form} className="flex flex-col gap-4" onSubmit={save}>
          <FormField form={form} name="subject">
            {(bind) => <TextField label={words.subject} isReadOnly={isReadOnly} {...bind} />}
          </FormField>
          <FormField form={form} name="body">
            {(bind) => <TextField label={words.body} rows={8} isReadOnly={isReadOnly} {...bind} />}
          </FormField>
          <FormField form={form} name="short">
            {(bind) => <TextField label={words.short} rows={3} isReadOnly={isReadOnly} {...bind} />}
          </FormField>
          <p className="text-[0.8125rem] text-ink-2">
            {words.variables} :{' '}
            {messageKinds[kind].variables.map((name) => (
              <code key={name} className="mr-1.5 rounded bg-sunken px-1">{`{${name}}`}</code>
            ))}
          </p>
          {unknown.length > 0 && (
            <p role="alert" className="text-bad">
              {words.unknown(unknown.map((name) => `{${name}}`).join(' '))}
            </p>
          )}
          {!isReadOnly && (
            <div className="flex flex-wrap items-center gap-2">
              <Button
                type="submit"
                tone="primary"
                isDisabled={unknown.length > 0}
                isPending={form.formState.isSubmitting}
              >
                {words.save}
              </Button>
              {custom && (
                <Button onPress={putBack} isPending={reset.isPending}>
                  {words.reset}
                </Button>
              )}
              {custom && <Badge tone="accent">{words.custom}</Badge>}
            </div>
          )}
        </Form>
      </Card>
      <Preview subject={typed.subject} body={typed.body} short={typed.short} />
    </div>
  )
}

/** The text with an example in every place, and what the SMS costs. */
const Preview = ({ subject, body, short }: Pick<MessageTemplate, 'subject' | 'body' | 'short'>) => {
  const words = useWords(notificationWords)
  const sms = fillText(short, words.samples)
  const { segments } = smsCost(inCheapLetters(sms))
  const { expensive } = smsCost(sms)
  return (
    <Card title={words.preview}>
      <div className="flex flex-col gap-5">
        <div className="rounded-card border border-line bg-canvas p-4">
          <p className="mb-2 font-medium">{fillText(subject, words.samples)}</p>
          <p className="wrap-anywhere whitespace-pre-line">{fillText(body, words.samples)}</p>
        </div>
        <div className="max-w-xs self-start rounded-2xl rounded-bl-sm bg-sunken px-4 py-3">
          <p className="wrap-anywhere whitespace-pre-line">{sms}</p>
        </div>
        <div className="text-[0.8125rem] text-ink-2">
          <p className="nums">{words.segments(segments, sms.length)}</p>
          {expensive.length > 0 && <p>{words.expensive(expensive.join(' '))}</p>}
        </div>
      </div>
    </Card>
  )
}
