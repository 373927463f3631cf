import type { Strokes } from '@regie/contract/form-answers'
import { signatureIn } from '@regie/contract/report-pieces'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { SignaturePad } from '../../catalog/index.ts'
import { type PhoneStop, useStops, useTell } from '../../fieldwork/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import type { Paper } from '../offline/use-paper.ts'
import { paperWords } from '../paper-words.ts'
import { reportWords } from '../words.ts'
import { StrokesView } from './strokes-view.tsx'

type Props = { readonly stop: PhoneStop; readonly paper: Paper }

/** The technician's own signature: drawn once, then put on each paper with one tap. */
export const OwnSignature = ({ stop, paper }: Props) => {
  const words = useWords(reportWords)
  const own = useWords(paperWords)
  const tell = useTell(stop)
  const { stops } = useStops()
  const [drawn, setDrawn] = useState<Strokes | null>(null)
  const here = signatureIn(stop.entries)
  const kept =
    signatureIn((stops ?? []).flatMap(({ entries }) => entries.filter(({ mine }) => mine))) ??
    paper.source.ownSignature ??
    []
  const sign = async (signature: Strokes) => {
    if (await tell({ kind: 'paper', texts: {}, signature })) setDrawn(null)
  }
  return (
    <section className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{own.ownSignature}</h2>
      {drawn ? (
        <>
          <SignaturePad label={own.ownSignature} onChange={setDrawn} />
          <div className="flex gap-2">
            <Button onPress={() => setDrawn(null)}>{words.cancel}</Button>
            <Button tone="primary" isDisabled={drawn.length === 0} onPress={() => void sign(drawn)}>
              {own.putOwn}
            </Button>
          </div>
        </>
      ) : here?.length ? (
        <>
          <StrokesView strokes={here} label={own.ownSignature} className="max-w-60" />
          <div className="flex flex-wrap gap-2">
            <Button onPress={() => setDrawn([])}>{own.drawAgain}</Button>
            <Button onPress={() => void sign([])}>{own.takeOff}</Button>
          </div>
        </>
      ) : kept.length > 0 ? (
        <>
          <StrokesView strokes={kept} label={own.ownSignature} className="max-w-60 opacity-60" />
          <div className="flex flex-wrap gap-2">
            <Button icon={PenLine} onPress={() => void sign(kept)}>
              {own.putOwn}
            </Button>
            <Button onPress={() => setDrawn([])}>{own.drawAgain}</Button>
          </div>
        </>
      ) : (
        <>
          <p className="text-ink-2">{own.ownSignatureText}</p>
          <Button icon={PenLine} onPress={() => setDrawn([])}>
            {own.drawOwn}
          </Button>
        </>
      )}
    </section>
  )
}
