import type { SheetPlan as Plan } from '@regie/contract/call-sheet-content'
import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { sheetViewWords } from '../sheet-words.ts'

type Props = {
  /** Of the stage. */
  readonly name: string
  readonly plan: Plan
  readonly src: string
}

/** The plan of a stage with a mark where the reader works. */
export const SheetPlan = ({ name, plan, src }: Props) => {
  const words = useWords(sheetViewWords)
  const [lost, setLost] = useState<string | null>(null)
  if (lost === src) return <p className="mt-1 text-ink-2">{words.noPlan}</p>
  const { width, height, spots } = plan
  return (
    <figure className="relative mt-2 overflow-hidden rounded-control border border-line bg-white">
      <a href={src} target="_blank" rel="noreferrer">
        <img
          src={src}
          alt={words.planOf(name)}
          width={width}
          height={height}
          className="block h-auto w-full"
          onError={() => setLost(src)}
        />
      </a>
      {spots.map(({ x, y, label }) => (
        <span
          key={`${label} ${x} ${y}`}
          className="-translate-y-full -translate-x-1/2 pointer-events-none absolute flex max-w-40 flex-col items-center"
          style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
        >
          <span className="max-w-full truncate rounded-full bg-accent px-2 py-0.5 font-medium text-on-accent text-xs">
            {label || words.you}
          </span>
          <MapPin aria-hidden className="size-6 fill-accent text-on-accent" />
        </span>
      ))}
    </figure>
  )
}
