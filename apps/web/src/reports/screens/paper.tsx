import { inLanguage } from '@regie/contract/form-answers'
import { lacksOf } from '@regie/contract/report-draft'
import { Link } from '@tanstack/react-router'
import { CheckCircle2, ChevronRight, ClipboardList, PenLine, Send } from 'lucide-react'
import { useState } from 'react'
import type { PhoneStop } from '../../fieldwork/index.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { type Paper as Sheet, usePaper } from '../offline/use-paper.ts'
import { OutcomeFields } from '../parts/outcome-fields.tsx'
import { OwnSignature } from '../parts/own-signature.tsx'
import { PageSheet } from '../parts/page-sheet.tsx'
import { type How, SignSheet } from '../parts/sign-sheet.tsx'
import { reportWords } from '../words.ts'

type Open =
  | { readonly kind: 'page'; readonly index: number }
  | { readonly kind: 'sign'; readonly how: How }
  | null

/** The paper of one stop: its checklists, its words, its outcome, then the signature. */
export const Paper = () => {
  const words = useWords(reportWords)
  const assignmentId = useParam('assignmentId')
  const { stop, paper, isLost } = usePaper(assignmentId)
  const [open, setOpen] = useState<Open>(null)
  if (!stop || !paper)
    return <p className="p-4 text-ink-2">{isLost ? words.notKept : words.loading}</p>
  const page = open?.kind === 'page' ? paper.pages[open.index] : undefined
  const close = () => setOpen(null)
  return (
    <div className="flex flex-col gap-3 px-4 pt-3 pb-8">
      {page ? (
        <PageSheet key={`${page.formId}${page.assetId}`} stop={stop} page={page} onBack={close} />
      ) : open?.kind === 'sign' ? (
        <SignSheet stop={stop} paper={paper} first={open.how} onBack={close} />
      ) : (
        <>
          <Link
            to="/assignment/$assignmentId"
            params={{ assignmentId }}
            className="inline-flex min-h-11 items-center self-start text-accent"
          >
            ← {words.back}
          </Link>
          <h1 className="font-semibold text-2xl tracking-tight">{words.paper}</h1>
          <Overview stop={stop} paper={paper} onOpen={setOpen} />
        </>
      )}
    </div>
  )
}

/** Somebody else holds a link; whoever is here after all may sign here. */
const Awaiting = ({ isSent, onOpen }: { isSent: boolean; onOpen: (open: Open) => void }) => {
  const words = useWords(reportWords)
  return (
    <>
      <Note>{isSent ? words.awaitingPhone : words.awaitingSent}</Note>
      <Button
        tone="primary"
        icon={PenLine}
        className="min-h-14"
        onPress={() => onOpen({ kind: 'sign', how: 'here' })}
      >
        {words.signHere}
      </Button>
      <Button icon={Send} onPress={() => onOpen({ kind: 'sign', how: 'elsewhere' })}>
        {words.sendAgain}
      </Button>
    </>
  )
}

const Overview = ({
  stop,
  paper,
  onOpen,
}: {
  stop: PhoneStop
  paper: Sheet
  onOpen: (open: Open) => void
}) => {
  const words = useWords(reportWords)
  const { language } = useLanguage()
  const { source, pages, draft, forms, isSigned, isInvited } = paper
  const isOver = isSigned || source.state === 'sealed' || source.state === 'validated'
  const lacks = lacksOf({ source, forms, draft })
  if (isOver)
    return (
      <Note tone="good" title={words.signed}>
        {words.sealedText}
      </Note>
    )
  if (isInvited || source.state === 'awaiting')
    return <Awaiting isSent={!isInvited} onOpen={onOpen} />
  return (
    <>
      {source.remark && (
        <Note tone="warn" title={words.sentBackRemark}>
          {source.remark}
        </Note>
      )}
      {pages.length > 0 && (
        <section className="rounded-card border border-line bg-surface p-4">
          <h2 className="mb-1.5 font-semibold">{words.pages}</h2>
          <ul className="flex flex-col">
            {pages.map(({ formId, assetId, assetName, version, state }, index) => (
              <li key={`${formId}${assetId}`} className="border-line border-b last:border-b-0">
                <button
                  type="button"
                  onClick={() => onOpen({ kind: 'page', index })}
                  className="flex min-h-14 w-full items-center gap-3 py-2 text-left"
                >
                  {state.faults.length === 0 ? (
                    <CheckCircle2 aria-label={words.done} className="size-6 shrink-0 text-good" />
                  ) : (
                    <ClipboardList aria-hidden className="size-6 shrink-0 text-ink-3" />
                  )}
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">
                      {inLanguage(version.definition.title, language)}
                    </span>
                    <span className="block text-ink-2">{assetName}</span>
                  </span>
                  <span className="nums text-ink-2">
                    {state.progress.done}/{state.progress.of}
                  </span>
                  {state.findings.length > 0 && (
                    <span className="nums font-semibold text-bad">! {state.findings.length}</span>
                  )}
                  <ChevronRight aria-hidden className="size-5 text-ink-3" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <OutcomeFields stop={stop} draft={draft} />
      <OwnSignature stop={stop} paper={paper} />
      {lacks.length > 0 && (
        <Note tone="warn" title={words.notReady}>
          <ul className="list-disc pl-5">
            {lacks.map(({ kind, page, count }) => (
              <li key={`${kind}${page?.formId}${page?.assetId}`}>
                {kind === 'form'
                  ? words.lacks.form(
                      [
                        page ? inLanguage(page.version.definition.title, language) : '',
                        page?.assetName,
                      ]
                        .filter(Boolean)
                        .join(' · '),
                      count,
                    )
                  : words.lacks[kind]}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Button
        tone="primary"
        icon={PenLine}
        isDisabled={lacks.length > 0}
        className="min-h-14"
        onPress={() => onOpen({ kind: 'sign', how: 'here' })}
      >
        {words.readAndSign}
      </Button>
    </>
  )
}
