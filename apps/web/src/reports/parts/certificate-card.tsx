import { putCertificate, type ReportSettings } from '@regie/contract/report-settings'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Note } from '../../ui/note.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { usePutCertificate } from '../api.ts'
import { reportSettingsWords } from '../settings-words.ts'

const SOON_MS = 60 * 86_400_000

type Props = { readonly settings: ReportSettings; readonly isReadOnly: boolean }

/** What seals now, and how to seal with a certificate of one's own. */
export const CertificateCard = ({ settings: { certificate }, isReadOnly }: Props) => {
  const words = useWords(reportSettingsWords)
  const clock = useClock()
  const [isAdding, setAdding] = useState(false)
  const left = certificate ? Date.parse(certificate.expiresAt) - Date.now() : SOON_MS
  return (
    <Card
      title={words.certificate}
      description={words.certificateText}
      actions={
        !isReadOnly &&
        !isAdding && (
          <Button size="small" onPress={() => setAdding(true)}>
            {words.useOwn}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {left < 0 && <Note tone="bad">{words.expired}</Note>}
        {left >= 0 && left < SOON_MS && <Note tone="warn">{words.expiresSoon}</Note>}
        {certificate && (
          <KeyValues
            items={[
              {
                label: words.subject,
                value: `${certificate.name} · ${certificate.isOwn ? words.isOwn : words.isMade}`,
              },
              { label: words.issuer, value: certificate.issuer },
              { label: words.validUntil, value: clock.dateAt(certificate.expiresAt, 'dated') },
              {
                label: words.fingerprint,
                value: <code className="break-all text-xs">{certificate.fingerprint}</code>,
              },
            ]}
          />
        )}
        {isAdding && <OwnCertificate onClose={() => setAdding(false)} />}
      </div>
    </Card>
  )
}

/** The parts of a PEM file: people give one file for both, or one for each. */
const partsOf = (text: string) => ({
  certificate: /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text)?.[0],
  key: /-----BEGIN (?:\w+ )*PRIVATE KEY-----[\s\S]+?-----END (?:\w+ )*PRIVATE KEY-----/.exec(
    text,
  )?.[0],
})

/** What came from a file counts as typed: a fault that was told of an empty field goes. */
const taken = { shouldDirty: true, shouldValidate: true } as const

const OwnCertificate = ({ onClose }: { onClose: () => void }) => {
  const words = useWords(reportSettingsWords)
  const { actAsync } = usePutCertificate()
  const form = useForm(putCertificate.body, { certificate: '', key: '', passphrase: '' })
  const [isUnread, setUnread] = useState(false)
  const take = async (file: File) => {
    const { certificate, key } = partsOf(await file.text())
    setUnread(!certificate && !key)
    if (certificate) form.setValue('certificate', certificate, taken)
    if (key) form.setValue('key', key, taken)
  }
  return (
    <Form
      form={form}
      onSubmit={async (body) => {
        await actAsync({ body })
        showToast({ tone: 'good', title: words.installed })
        onClose()
      }}
    >
      <p className="text-ink-2">{words.dropText}</p>
      <FileDrop
        accept={['.pem', '.crt', '.cer', '.key']}
        maxBytes={1_048_576}
        hint={words.pemHint}
        onFile={(file) => void take(file)}
      />
      {isUnread && <Note tone="bad">{words.noPem}</Note>}
      <FormField form={form} name="certificate">
        {(bind) => <TextField label={words.certificatePem} rows={4} {...bind} />}
      </FormField>
      <FormField form={form} name="key">
        {(bind) => (
          <TextField label={words.keyPem} description={words.keyKept} rows={4} {...bind} />
        )}
      </FormField>
      <FormField form={form} name="passphrase">
        {(bind) => (
          <PasswordField
            label={words.passphrase}
            description={words.passphraseHelp}
            autoComplete="new-password"
            {...bind}
            value={bind.value ?? ''}
          />
        )}
      </FormField>
      <div className="flex gap-2">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button type="submit" tone="primary" isPending={form.formState.isSubmitting}>
          {words.install}
        </Button>
      </div>
    </Form>
  )
}
