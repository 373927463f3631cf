import type { SeriesChange, SeriesDraft } from '@regie/contract/series'
import { useEffect, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { usePreviewChange } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'
import { ChangeFigures } from './change-figures.tsx'
import { type Scope, ScopeChoice } from './scope-choice.tsx'

type Props = {
  readonly seriesId: string
  readonly version: number
  readonly draft: SeriesDraft
  readonly choices: readonly Scope[]
  /** Where "this and the following" begins; null: there is no such choice. */
  readonly from: string | null
  readonly onClose: () => void
  readonly onChoose: (scope: Scope) => Promise<unknown>
}

/** Asks which visits an edit is about, and shows beforehand what it does to them. */
export const ChangeDialog = (props: Props) => {
  const { seriesId, version, draft, choices, from, onClose, onChoose } = props
  const words = useWords(seriesWords)
  const [scope, setScope] = useState<Scope>(choices[0] ?? 'all')
  const [change, setChange] = useState<SeriesChange | null>(null)
  const [isPending, setPending] = useState(false)
  const { actAsync: preview, error } = usePreviewChange()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for another scope; the rest stands still meanwhile
  useEffect(() => {
    setChange(null)
    if (scope === 'this') return
    const body = { ...draft, version, scope, from: scope === 'following' ? from : null }
    let isWanted = true
    preview({ params: { seriesId }, body })
      .then((answer) => isWanted && setChange(answer))
      // The refusal stands in the dialog.
      .catch(() => undefined)
    return () => {
      isWanted = false
    }
  }, [scope])
  const confirm = () => {
    setPending(true)
    void onChoose(scope).finally(() => setPending(false))
  }
  return (
    <Dialog
      title={words.editScope}
      isOpen
      onClose={onClose}
      width="medium"
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="primary" isPending={isPending} onPress={confirm}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ScopeChoice choices={choices} value={scope} onChange={setScope} />
        {change && (
          <section className="flex flex-col gap-2">
            <h3 className="font-medium">{words.changeText}</h3>
            <ChangeFigures change={change} />
          </section>
        )}
        {error && scope !== 'this' && <ProblemNote problem={error} />}
      </div>
    </Dialog>
  )
}
