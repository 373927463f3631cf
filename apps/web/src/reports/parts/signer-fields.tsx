import type { SignerAddress } from '@regie/contract/report-entries'
import { useWords } from '../../lib/language.tsx'
import { Note } from '../../ui/note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { reportWords } from '../words.ts'

type Props = {
  readonly signer: SignerAddress
  readonly hasSms: boolean
  readonly isTried: boolean
  readonly onChange: (change: Partial<SignerAddress>) => void
}

/** Something before and after the @; the server looks closer. */
const MAILBOX = /^\S+@\S+\.\S+$/

export const isReachable = ({ name, channel, email, phone }: SignerAddress): boolean =>
  name.trim() !== '' &&
  (channel === 'email' ? MAILBOX.test(email.trim()) : /\d{6}/.test(phone.replace(/\D/g, '')))

/** Whom the link goes to, and how. */
export const SignerFields = ({ signer, hasSms, isTried, onChange }: Props) => {
  const words = useWords(reportWords)
  const { name, channel, email, phone } = signer
  const missing = (isMissing: boolean) => (isTried && isMissing ? words.required : undefined)
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">{words.distanceText}</p>
      <TextField
        label={words.signerName}
        value={name}
        error={missing(!name.trim())}
        onChange={(value) => onChange({ name: value })}
      />
      {hasSms ? (
        <Segmented
          label={words.channel}
          value={channel}
          choices={(['email', 'sms'] as const).map((id) => ({ id, label: words.channels[id] }))}
          onChange={(one) => onChange({ channel: one })}
        />
      ) : (
        <Note>{words.smsOff}</Note>
      )}
      {channel === 'email' ? (
        <TextField
          label={words.email}
          description={words.emailHelp}
          type="email"
          inputMode="email"
          value={email}
          error={missing(!MAILBOX.test(email.trim()))}
          onChange={(value) => onChange({ email: value })}
        />
      ) : (
        <TextField
          label={words.mobile}
          description={words.mobileHelp}
          type="tel"
          inputMode="tel"
          value={phone}
          error={missing(!isReachable({ ...signer, name: '…' }))}
          onChange={(value) => onChange({ phone: value })}
        />
      )}
    </div>
  )
}
