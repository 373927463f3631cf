import { fingerprintOf } from '@regie/contract/canonical'
import type { ReportContent } from '@regie/contract/report-content'
import { composeReport } from '@regie/contract/report-draft'
import type { SignerAddress } from '@regie/contract/report-entries'
import { useEffect, useState } from 'react'
import { FieldPhoto, type PhoneStop, useTell } from '../../fieldwork/index.ts'
import { Speaking, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { appName } from '../app-name.ts'
import type { Paper } from '../offline/use-paper.ts'
import { reportWords } from '../words.ts'
import { ContentView } from './content-view.tsx'
import { isReachable, SignerFields } from './signer-fields.tsx'
import { acceptanceOf, isWhole, noSigning, type Signing, SigningFields } from './signing-fields.tsx'

export type How = 'here' | 'elsewhere' | 'absent'

type Props = {
  readonly stop: PhoneStop
  readonly paper: Paper
  readonly first: How
  readonly onBack: () => void
}

const device = () => ({ userAgent: navigator.userAgent.slice(0, 500), app: appName })

/** The very document that will be sealed, then the signature. It stands still while it is read. */
export const SignSheet = ({ stop, paper, first, onBack }: Props) => {
  const words = useWords(reportWords)
  const [content] = useState<ReportContent>(() =>
    composeReport(paper.source, paper.forms, new Date().toISOString()),
  )
  const [contentHash, setHash] = useState('')
  const [how, setHow] = useState<How>(first)
  useEffect(() => void fingerprintOf(content).then(setHash), [content])
  const rest = { stop, paper, content, contentHash, onBack }
  return (
    <>
      <header className="sticky top-0 z-10 -mx-4 border-line border-b bg-canvas px-4 py-2">
        <Button onPress={onBack}>{words.back}</Button>
      </header>
      <h1 className="font-semibold text-xl">{content.workOrder.title}</h1>
      <p className="text-ink-2">
        {content.workOrder.reference} · {content.client.name} · {content.site.name}
      </p>
      <div className="rounded-card border border-line bg-surface p-4">
        <ContentView content={content} photo={({ id }, alt) => <FieldPhoto id={id} alt={alt} />} />
      </div>
      <p className="break-all text-ink-2 text-xs">
        {words.fingerprint} SHA-256 : {contentHash}
      </p>
      <Segmented
        label={words.how}
        value={how}
        choices={[
          { id: 'here', label: words.clientHere },
          { id: 'elsewhere', label: words.clientElsewhere },
          { id: 'absent', label: words.clientAbsent },
        ]}
        onChange={setHow}
      />
      {how === 'here' && <Here {...rest} />}
      {how === 'elsewhere' && <Elsewhere {...rest} />}
      {how === 'absent' && <Absent {...rest} />}
    </>
  )
}

type Rest = Omit<Props, 'first'> & {
  readonly content: ReportContent
  readonly contentHash: string
}

/** Keeps what was done; true once it is on the phone. */
const useSeal = ({ stop, onBack }: Rest) => {
  const tell = useTell(stop)
  const [isPending, setPending] = useState(false)
  const seal = async (what: Parameters<typeof tell>[0], title: string, text: string) => {
    setPending(true)
    const isKept = await tell(what)
    setPending(false)
    if (!isKept) return
    showToast({ tone: 'good', title, text })
    onBack()
  }
  return { isPending, seal }
}

/** The first thing that lacks comes into sight: the page is long. */
const showFirstGap = (): void => {
  requestAnimationFrame(() =>
    document.querySelector('[role=alert], [data-invalid]')?.scrollIntoView({ block: 'center' }),
  )
}

const Here = (props: Rest) => {
  const { paper, content, contentHash } = props
  const words = useWords(reportWords)
  const [signing, setSigning] = useState<Signing>(() => noSigning(paper.source.contact.name))
  const [isTried, setTried] = useState(false)
  const { isPending, seal } = useSeal(props)
  const sign = async () => {
    setTried(true)
    if (!isWhole(signing)) return showFirstGap()
    const { name, role, strokes, clientRemarks, position } = signing
    await seal(
      {
        kind: 'sign',
        ...{ content, contentHash, position },
        acceptance: acceptanceOf(signing),
        signer: { kind: 'on_site', name: name.trim(), role: role.trim(), strokes },
        consent: paper.source.consent,
        clientRemarks: clientRemarks.trim(),
        device: device(),
      },
      words.signed,
      words.signedText,
    )
  }
  return (
    <>
      {/* Whoever signs reads this part, too, in their own language. */}
      <Speaking language={content.language}>
        <SigningFields
          signing={signing}
          consent={paper.source.consent.text}
          isTried={isTried}
          timeZone={content.timeZone}
          onChange={(change) => setSigning((all) => ({ ...all, ...change }))}
        />
      </Speaking>
      <Button
        tone="primary"
        className="min-h-14"
        isPending={isPending}
        isDisabled={contentHash === ''}
        onPress={() => void sign()}
      >
        {words.sign}
      </Button>
    </>
  )
}

const Elsewhere = (props: Rest) => {
  const words = useWords(reportWords)
  const { contact, client, hasSms } = props.paper.source
  const [signer, setSigner] = useState<SignerAddress>(() => ({
    name: contact.name,
    channel: 'email',
    email: contact.email || client.email,
    phone: contact.phone,
  }))
  const [isTried, setTried] = useState(false)
  const { isPending, seal } = useSeal(props)
  const send = async () => {
    setTried(true)
    if (!isReachable(signer)) return
    const { name, channel } = signer
    const email = channel === 'email' ? signer.email.trim() : ''
    const phone = channel === 'sms' ? signer.phone.trim() : ''
    await seal(
      { kind: 'invite', signer: { name: name.trim(), channel, email, phone } },
      words.linkKept,
      words.linkKeptText,
    )
  }
  return (
    <>
      <SignerFields
        signer={signer}
        hasSms={hasSms}
        isTried={isTried}
        onChange={(change) => setSigner((all) => ({ ...all, ...change }))}
      />
      <Button tone="primary" className="min-h-14" isPending={isPending} onPress={() => void send()}>
        {words.sendLink}
      </Button>
    </>
  )
}

const Absent = (props: Rest) => {
  const { content, contentHash } = props
  const words = useWords(reportWords)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { isPending, seal } = useSeal(props)
  const attest = async () => {
    setTried(true)
    if (reason.trim() === '') return
    await seal(
      {
        kind: 'sign',
        ...{ content, contentHash, acceptance: null, consent: null, position: null },
        signer: { kind: 'absent', reason: reason.trim() },
        clientRemarks: '',
        device: device(),
      },
      words.signed,
      words.signedText,
    )
  }
  return (
    <>
      <TextField
        label={words.whyAbsent}
        rows={3}
        value={reason}
        error={isTried && !reason.trim() ? words.required : undefined}
        onChange={setReason}
      />
      <Button
        tone="primary"
        className="min-h-14"
        isPending={isPending}
        isDisabled={contentHash === ''}
        onPress={() => void attest()}
      >
        {words.attest}
      </Button>
    </>
  )
}
