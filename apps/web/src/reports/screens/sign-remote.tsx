import type { SigningPaper } from '@regie/contract/report-signing'
import { FileX2 } from 'lucide-react'
import { useState } from 'react'
import { Speaking, useWords } from '../../lib/language.tsx'
import { type ProblemError, toProblem } from '../../lib/problem.ts'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSendSigningCode, useSignAtDistance, useSigningPaper } from '../api.ts'
import { appName } from '../app-name.ts'
import { ContentView } from '../parts/content-view.tsx'
import { ServedPhoto } from '../parts/served-photo.tsx'
import { acceptanceOf, isWhole, noSigning, SigningFields } from '../parts/signing-fields.tsx'
import { reportWords } from '../words.ts'

/** Behind a signing link: read, receive a code, sign. Opening it changes nothing. */
export const SignRemote = () => {
  const words = useWords(reportWords)
  const token = useParam('token')
  const { data, error } = useSigningPaper(token)
  const [sealed, setSealed] = useState<string | null>(null)
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col gap-4 bg-canvas p-4">
      {data ? (
        <Speaking language={data.language} isPage>
          {sealed ? (
            <Thanks hash={sealed} />
          ) : (
            <Signing token={token} paper={data} onSealed={setSealed} />
          )}
        </Speaking>
      ) : error ? (
        <EmptyState isPage icon={FileX2} title={words.linkOver} text={error.message} />
      ) : (
        <p className="text-ink-2">{words.loading}</p>
      )}
    </main>
  )
}

const Thanks = ({ hash }: { hash: string }) => {
  const words = useWords(reportWords)
  return (
    <Note tone="good" title={words.thanks}>
      <p>{words.thanksText}</p>
      <code className="block break-all text-xs">{hash}</code>
    </Note>
  )
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one field after the other, nothing to decide
const Signing = ({
  token,
  paper,
  onSealed,
}: {
  token: string
  paper: SigningPaper
  onSealed: (hash: string) => void
}) => {
  const words = useWords(reportWords)
  const [signing, setSigning] = useState(() => noSigning(paper.signerName))
  const [isTried, setTried] = useState(false)
  const [code, setCode] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const { actAsync: sendCode, isPending: isSending } = useSendSigningCode()
  const { actAsync: sign, isPending } = useSignAtDistance()
  const params = { token }
  const attempt = async (deed: () => Promise<void>) => {
    setProblem(null)
    setTried(true)
    if (!isWhole(signing)) return
    try {
      await deed()
    } catch (error) {
      setProblem(toProblem(error))
    }
  }
  const ask = () =>
    attempt(async () => {
      const { address, validMinutes } = await sendCode({ params, body: {} })
      setSentTo(words.codeSent(address, validMinutes))
    })
  const finish = () =>
    attempt(async () => {
      const acceptance = acceptanceOf(signing)
      if (!acceptance) return
      const { name, role, strokes, clientRemarks, position } = signing
      const sealed = await sign({
        params,
        body: {
          code: code.trim(),
          contentHash: paper.contentHash,
          ...{ name, role, strokes, clientRemarks, position, acceptance },
          consents: true,
          deviceAt: new Date().toISOString(),
          device: { userAgent: navigator.userAgent.slice(0, 500), app: appName },
        },
      })
      onSealed(sealed.contentHash)
    })
  return (
    <>
      <header>
        <p className="text-ink-2">{paper.organizationName}</p>
        <h1 className="font-semibold text-2xl tracking-tight">{words.signTitle}</h1>
        <p>
          {paper.content.workOrder.title} · {paper.content.workOrder.reference}
        </p>
      </header>
      <Card title={words.report}>
        <ContentView
          content={paper.content}
          photo={({ id }, alt) => (
            <ServedPhoto url={`/api/signing/${token}/photos/${id}`} alt={alt} />
          )}
        />
        <code className="mt-3 block break-all text-ink-3 text-xs">SHA-256 {paper.contentHash}</code>
      </Card>
      <Card title={words.signature}>
        <SigningFields
          signing={signing}
          consent={paper.consent.text}
          isTried={isTried}
          timeZone={paper.content.timeZone}
          onChange={(change) => setSigning((all) => ({ ...all, ...change }))}
        />
        <div className="mt-4 flex flex-col gap-3">
          {isTried && !isWhole(signing) && <Note tone="warn">{words.complete}</Note>}
          {sentTo && <Note>{sentTo}</Note>}
          {sentTo && (
            <TextField
              label={words.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={code}
              onChange={setCode}
            />
          )}
          {problem && <ProblemNote problem={problem} />}
          {sentTo ? (
            <Button
              tone="primary"
              isPending={isPending}
              isDisabled={!/^\d{6}$/.test(code.trim())}
              onPress={() => void finish()}
            >
              {words.sign}
            </Button>
          ) : (
            <Button tone="primary" isPending={isSending} onPress={() => void ask()}>
              {words.sendCode}
            </Button>
          )}
        </div>
      </Card>
    </>
  )
}
