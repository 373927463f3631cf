import { acceptanceEffect } from '@regie/contract/acceptance-sentence'
import type { Strokes } from '@regie/contract/form-answers'
import type { Acceptance, Signature } from '@regie/contract/report-content'
import { SignaturePad } from '../../catalog/index.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { dateText, todayIn } from '../../lib/time.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { reportWords } from '../words.ts'
import { PositionConsent } from './position-consent.tsx'

export type Signing = {
  readonly kind: Acceptance['kind'] | ''
  readonly reserves: string
  readonly reasons: string
  readonly clientRemarks: string
  readonly name: string
  readonly role: string
  readonly consents: boolean
  readonly strokes: Strokes
  readonly position: Signature['position']
}

export const noSigning = (name = ''): Signing => ({
  kind: '',
  reserves: '',
  reasons: '',
  clientRemarks: '',
  name,
  role: '',
  consents: false,
  strokes: [],
  position: null,
})

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Exactly one of three; null while it is not whole. */
export function acceptanceOf({ kind, reserves, reasons }: Signing): Acceptance | null {
  if (kind === 'without_reserves') return { kind }
  if (kind === 'with_reserves')
    return lines(reserves).length ? { kind, reserves: lines(reserves) } : null
  if (kind === 'refused') return reasons.trim() ? { kind, reasons: reasons.trim() } : null
  return null
}

export const isWhole = (signing: Signing): boolean =>
  acceptanceOf(signing) !== null &&
  signing.name.trim() !== '' &&
  signing.consents &&
  signing.strokes.length > 0

type Props = {
  readonly signing: Signing
  readonly consent: string
  readonly isTried: boolean
  /** Of the place: the day on which the acceptance takes effect. */
  readonly timeZone: string
  readonly onChange: (change: Partial<Signing>) => void
}

/** Acceptance, consent, name and the signature itself. */
export const SigningFields = ({ signing, consent, isTried, timeZone, onChange }: Props) => {
  const words = useWords(reportWords)
  const missing = (isMissing: boolean) => (isTried && isMissing ? words.required : undefined)
  return (
    <div className="flex flex-col gap-4">
      <AcceptanceFields
        signing={signing}
        isTried={isTried}
        timeZone={timeZone}
        onChange={onChange}
      />
      <TextField
        label={words.clientRemarks}
        rows={2}
        isOptional
        value={signing.clientRemarks}
        onChange={(clientRemarks) => onChange({ clientRemarks })}
      />
      <TextField
        label={words.name}
        autoComplete="name"
        value={signing.name}
        error={missing(!signing.name.trim())}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={words.role}
        isOptional
        value={signing.role}
        onChange={(role) => onChange({ role })}
      />
      <Checkbox
        label={words.consent}
        description={consent}
        value={signing.consents}
        onChange={(consents) => onChange({ consents })}
      />
      {isTried && !signing.consents && (
        <p role="alert" className="text-bad">
          {words.required}
        </p>
      )}
      <PositionConsent onChange={(position) => onChange({ position })} />
      <SignaturePad label={words.signature} onChange={(strokes) => onChange({ strokes })} />
      {isTried && signing.strokes.length === 0 && (
        <p role="alert" className="text-bad">
          {words.required}
        </p>
      )}
    </div>
  )
}

/** Exactly one of three, with what it means. */
const AcceptanceFields = ({ signing, isTried, timeZone, onChange }: Omit<Props, 'consent'>) => {
  const words = useWords(reportWords)
  const { language } = useLanguage()
  const missing = (isMissing: boolean) => (isTried && isMissing ? words.required : undefined)
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">{words.acceptanceQuestion}</legend>
      <Segmented
        label={words.acceptance}
        value={signing.kind as string}
        choices={(['without_reserves', 'with_reserves', 'refused'] as const).map((id) => ({
          id: id as string,
          label: words.acceptances[id],
        }))}
        onChange={(kind) => onChange({ kind: kind as Signing['kind'] })}
      />
      {isTried && signing.kind === '' && (
        <p role="alert" className="text-bad">
          {words.required}
        </p>
      )}
      {signing.kind === 'with_reserves' && (
        <TextField
          label={words.reserves}
          description={words.reservesHelp}
          rows={3}
          value={signing.reserves}
          error={missing(!signing.reserves.trim())}
          onChange={(reserves) => onChange({ reserves })}
        />
      )}
      {(signing.kind === 'without_reserves' || signing.kind === 'with_reserves') && (
        <p className="text-ink-2 text-sm">
          {acceptanceEffect(signing.kind, dateText(language, todayIn(timeZone), 'dated'), language)}
        </p>
      )}
      {signing.kind === 'refused' && (
        <TextField
          label={words.refusal}
          rows={3}
          value={signing.reasons}
          error={missing(!signing.reasons.trim())}
          onChange={(reasons) => onChange({ reasons })}
        />
      )}
    </fieldset>
  )
}
