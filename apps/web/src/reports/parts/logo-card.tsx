import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { type ProblemError, toProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { usePutReportLogo } from '../api.ts'
import { reportSettingsWords } from '../settings-words.ts'

const MOST_BYTES = 2_097_152

type Props = {
  readonly hasLogo: boolean
  /** Another version may be another picture. */
  readonly version: number
  readonly isReadOnly: boolean
}

export const LogoCard = ({ hasLogo, version, isReadOnly }: Props) => {
  const words = useWords(reportSettingsWords)
  const { actAsync } = usePutReportLogo()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const put = async (body: Uint8Array, title: string) => {
    setProblem(null)
    try {
      await actAsync({ body: body as never })
      showToast({ tone: 'good', title })
    } catch (error) {
      setProblem(toProblem(error))
    }
  }
  return (
    <Card
      title={words.logo}
      actions={
        hasLogo &&
        !isReadOnly && (
          <Button size="small" onPress={() => void put(new Uint8Array(), words.logoRemoved)}>
            {words.removeLogo}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {hasLogo ? (
          <img
            src={`/api/report-settings/logo?v=${version}`}
            alt={words.logo}
            className="max-h-24 max-w-60 self-start rounded-control border border-line bg-white object-contain p-2"
          />
        ) : (
          <p className="text-ink-2">{words.noLogo}</p>
        )}
        {problem && <ProblemNote problem={problem} />}
        {problem?.faults.map(({ path, expected }) => (
          <p key={path} role="alert" className="text-bad">
            {expected}
          </p>
        ))}
        {!isReadOnly && (
          <FileDrop
            accept={['.png', '.jpg', '.jpeg', '.webp']}
            maxBytes={MOST_BYTES}
            hint={words.logoHint}
            onFile={(file) =>
              void file.arrayBuffer().then((bytes) => put(new Uint8Array(bytes), words.logoSaved))
            }
          />
        )}
      </div>
    </Card>
  )
}
