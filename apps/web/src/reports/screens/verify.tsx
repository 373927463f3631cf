import type { ReturnOf } from '@regie/contract/kernel'
import type { readVerification } from '@regie/contract/report-signing'
import type { Verdict } from '@regie/seal'
import { CircleCheck, CircleX, Download, FileX2, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { localeOf } from '../../lib/words.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Note } from '../../ui/note.tsx'
import { useVerification } from '../api.ts'
import { ReportStateBadge } from '../parts/state-badge.tsx'
import { reportWords } from '../words.ts'

/** A report with its photos is of some megabytes; more is something else. */
const MOST_BYTES = 104_857_600

type Said = ReturnOf<typeof readVerification>

/** What a QR code on paper leads to: what the organisation says, and a check that never leaves the browser. */
export const Verify = () => {
  const words = useWords(reportWords)
  const { data, error } = useVerification(useParam('token'))
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col gap-4 bg-canvas p-4">
      <h1 className="flex items-center gap-2 font-semibold text-2xl tracking-tight">
        <ShieldCheck aria-hidden className="size-7 text-accent" />
        {words.verifyTitle}
      </h1>
      {data ? (
        <Shown said={data} />
      ) : error ? (
        <EmptyState icon={FileX2} title={words.unknownReport} text={words.unknownText} />
      ) : (
        <p className="text-ink-2">{words.loading}</p>
      )}
    </main>
  )
}

const Shown = ({ said }: { said: Said }) => {
  const words = useWords(reportWords)
  const { language } = useLanguage()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [isWithout, setWithout] = useState(false)
  const check = async (files: readonly File[]) => {
    const read = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    )
    const pdf = read.find(({ name }) => /\.pdf$/i.test(name))
    setWithout(!pdf)
    setVerdict(null)
    if (!pdf) return
    const { verifyReport } = await import('@regie/seal')
    setVerdict(
      await verifyReport(pdf.bytes, {
        photos: read.filter((one) => one !== pdf),
        certificateHashes: said.certificateHashes,
      }),
    )
  }
  return (
    <>
      <Card title={said.organizationName}>
        <p className="flex flex-wrap items-center gap-2">
          {words.stands(said.number, said.reference)} <ReportStateBadge state={said.state} />
        </p>
        {said.erasedAt && (
          <Note>
            {words.erasedText(new Date(said.erasedAt).toLocaleDateString(localeOf(language)))}
          </Note>
        )}
        {said.latestNumber > said.number && (
          <Note tone="warn">{words.supersededBy(said.latestNumber)}</Note>
        )}
        <dl className="mt-3 flex flex-col gap-2 text-xs">
          {[
            [words.fingerprint, said.contentHash],
            [words.signature, said.signatureHash],
            [words.certificate, said.certificateHashes[0] ?? '—'],
          ].map(([label, hash]) => (
            <div key={label}>
              <dt className="text-ink-2">{label}</dt>
              <dd>
                <code className="break-all">{hash}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title={words.choose} description={words.verifyText}>
        <FileDrop
          isMultiple
          accept={['.pdf', '.jpg', '.jpeg', '.png', '.webp']}
          maxBytes={MOST_BYTES}
          hint={words.verifyHint}
          onFiles={(files) => void check(files)}
        />
        {isWithout && <p className="mt-3 text-bad">{words.noPdf}</p>}
        {verdict && <Result verdict={verdict} said={said} />}
      </Card>
      <Card title={words.offlineTitle} description={words.offlineText}>
        <a href="/verifier.html" download="verify-report.html" className={buttonClass({})}>
          <Download aria-hidden className="size-4" />
          {words.offlineKeep}
        </a>
      </Card>
    </>
  )
}

const Result = ({ verdict, said }: { verdict: Verdict; said: Said }) => {
  const words = useWords(reportWords)
  const isThis = verdict.evidence?.contentHash === said.contentHash
  return (
    <div className="mt-4 flex flex-col gap-3">
      <Note
        tone={verdict.isGood && isThis ? 'good' : 'bad'}
        title={!verdict.isGood ? words.forged : isThis ? words.genuine : words.otherReport}
      />
      <ul className="flex flex-col gap-1">
        {verdict.checks.map(({ what, isGood, detail }) => (
          <li key={what + detail} className="flex items-start gap-2">
            {isGood ? (
              <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
            ) : (
              <CircleX aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
            )}
            <span className="min-w-0">
              {words.checks[what]}{' '}
              <code className="block truncate text-ink-3 text-xs">{detail}</code>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
