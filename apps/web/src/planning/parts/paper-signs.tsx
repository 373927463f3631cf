import type { OpenSeat } from '@regie/contract/planning'
import { Coffee, Paperclip } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import type { Crew } from '../engine/model.ts'
import { paperTheme } from '../engine/palette.ts'
import { tellingWords } from '../telling-words.ts'

const cells = {
  covered: { background: paperTheme.good, borderColor: paperTheme.good },
  offered: {
    background: `linear-gradient(transparent 50%, ${paperTheme.tally} 50%)`,
    borderColor: paperTheme.tally,
  },
  uncovered: { background: '#ffffff', borderColor: paperTheme.bad },
} as const

/** A cell for each seat, as on screen: full, half or hollow, so that they can be told apart without colour. */
export const PaperCrew = ({ crew }: { crew: Crew }) => {
  const more = useWords(tellingWords)
  const held = crew.seats.filter((seat) => seat !== 'uncovered').length
  const seats = crew.seats.map((seat, rank) => ({ seat, key: `${seat} ${rank}` }))
  return (
    <span className="inline-flex items-center gap-[0.3mm] align-middle">
      <span className="sr-only">{more.crew(held, crew.seats.length)}</span>
      {seats.map(({ seat, key }) => (
        <span
          key={key}
          aria-hidden
          className="inline-block h-[1.5mm] w-[1.2mm] border-[0.2mm] border-solid"
          style={cells[seat]}
        />
      ))}
      <span aria-hidden className="nums ml-[0.4mm]">
        {held}/{crew.seats.length}
      </span>
    </span>
  )
}

/** How many documents come with it; nothing when none do. */
export const PaperDocuments = ({ count }: { count: OpenSeat['attachments'] }) => {
  const more = useWords(tellingWords)
  if (count === 0) return null
  return (
    <span className="nums inline-flex items-center align-middle" title={more.documents(count)}>
      <Paperclip aria-hidden className="size-[2mm]" />
      {count}
      <span className="sr-only"> {more.documentsName}</span>
    </span>
  )
}

export const PaperCup = () => <Coffee aria-hidden className="inline size-[2.2mm] align-middle" />
