import { fingerprintOf } from '@regie/contract/canonical'
import type { ReportContent } from '@regie/contract/report-content'
import { composeReport } from '@regie/contract/report-draft'
import { useEffect, useState } from 'react'
import { type PhoneStop, useTell } from '../../fieldwork/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import type { Paper } from '../offline/use-paper.ts'
import { reportWords } from '../words.ts'
import { ContentView } from './content-view.tsx'
import { acceptanceOf, isWhole, noSigning, SigningFields } from './signing-fields.tsx'

type Props = { readonly stop: PhoneStop; readonly paper: Paper; readonly onBack: () => void }

const device = () => ({ userAgent: navigator.userAgent.slice(0, 500), app: 'Régie' })

/** The very document that will be sealed, then the signature. It stands still while it is read. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one field after the other, nothing to decide
export const SignSheet = ({ stop, paper, onBack }: Props) => {
  const words = useWords(reportWords)
  const [content] = useState<ReportContent>(() =>
    composeReport(paper.source, paper.forms, new Date().toISOString()),
  )
  const [contentHash, setHash] = useState('')
  const [who, setWho] = useState<'here' | 'absent'>('here')
  const [signing, setSigning] = useState(() => noSigning(paper.source.contact.name))
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isPending, setPending] = useState(false)
  const tell = useTell(stop)
  useEffect(() => void fingerprintOf(content).then(setHash), [content])
  const seal = async () => {
    setTried(true)
    const acceptance = who === 'here' ? acceptanceOf(signing) : null
    if (who === 'here' ? !isWhole(signing) : reason.trim() === '') return
    setPending(true)
    const isKept = await tell({
      kind: 'sign',
      content,
      contentHash,
      acceptance,
      signer:
        who === 'here'
          ? {
              kind: 'on_site',
              name: signing.name.trim(),
              role: signing.role.trim(),
              strokes: signing.strokes,
            }
          : { kind: 'absent', reason: reason.trim() },
      consent: who === 'here' ? paper.source.consent : null,
      clientRemarks: who === 'here' ? signing.clientRemarks.trim() : '',
      device: device(),
      position: null,
    })
    setPending(false)
    if (!isKept) return
    showToast({ tone: 'good', title: words.signed, text: words.signedText })
    onBack()
  }
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
        <ContentView content={content} />
      </div>
      <p className="break-all text-ink-2 text-xs">
        {words.fingerprint} SHA-256 : {contentHash}
      </p>
      <Segmented
        label={words.signature}
        value={who}
        choices={[
          { id: 'here', label: words.clientHere },
          { id: 'absent', label: words.clientAbsent },
        ]}
        onChange={setWho}
      />
      {who === 'here' ? (
        <SigningFields
          signing={signing}
          consent={paper.source.consent.text}
          isTried={isTried}
          onChange={(change) => setSigning((all) => ({ ...all, ...change }))}
        />
      ) : (
        <TextField
          label={words.whyAbsent}
          rows={3}
          value={reason}
          error={isTried && !reason.trim() ? words.required : undefined}
          onChange={setReason}
        />
      )}
      <Button
        tone="primary"
        className="min-h-14"
        isPending={isPending}
        isDisabled={contentHash === ''}
        onPress={() => void seal()}
      >
        {who === 'here' ? words.sign : words.attest}
      </Button>
    </>
  )
}
