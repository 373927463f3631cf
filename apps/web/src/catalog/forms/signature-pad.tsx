import type { Strokes } from '@regie/contract/form-answers'
import { useEffect, useRef } from 'react'
import SignaturePadLibrary from 'signature_pad'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { formWords } from './words.ts'

type Props = { readonly label: string; readonly onChange: (strokes: Strokes) => void }

/** A pad for a finger or a pen; says the strokes in thousandths of its width, with the time of each point. */
export const SignaturePad = ({ label, onChange }: Props) => {
  const words = useWords(formWords)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePadLibrary | null>(null)
  const tell = useRef(onChange)
  tell.current = onChange
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const ratio = Math.max(1, globalThis.devicePixelRatio || 1)
    const width = element.offsetWidth
    element.width = width * ratio
    element.height = element.offsetHeight * ratio
    element.getContext('2d')?.scale(ratio, ratio)
    const made = new SignaturePadLibrary(element, {
      penColor: '#16233b',
      minWidth: 1,
      maxWidth: 2.6,
    })
    made.addEventListener('endStroke', () => tell.current(strokesOf(made, width)))
    pad.current = made
    return () => made.off()
  }, [])
  return (
    <div className="flex flex-col gap-2">
      <div className="relative rounded-control border border-line-strong bg-white">
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          className="h-44 w-full touch-none rounded-control"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-x-6 bottom-9 border-slate-300 border-b"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-x-6 bottom-2 text-slate-500 text-sm"
        >
          {words.signHere}
        </span>
      </div>
      <Button
        className="self-end"
        onPress={() => {
          pad.current?.clear()
          onChange([])
        }}
      >
        {words.clear}
      </Button>
    </div>
  )
}

function strokesOf(pad: SignaturePadLibrary, width: number): Strokes {
  const groups = pad.toData()
  const first = groups[0]?.points[0]?.time ?? 0
  const thousandth = (value: number) =>
    Math.max(-100, Math.min(1200, Math.round((value / width) * 1000)))
  return groups.map(({ points }) =>
    points.map(({ x, y, time }): [number, number, number] => [
      thousandth(x),
      thousandth(y),
      Math.max(0, Math.round(time - first)),
    ]),
  )
}
