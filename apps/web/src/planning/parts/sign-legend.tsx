import { useWords } from '../../lib/language.tsx'
import { type Glyph, strokesOf } from '../engine/glyphs.ts'
import { tellingWords } from '../telling-words.ts'
import { planningWords } from '../words.ts'

const tones: Partial<Record<Glyph, string>> = {
  accepted: 'text-good',
  started: 'text-good',
  client: 'text-good',
  late: 'text-warn',
  unseen: 'text-warn',
  override: 'text-warn',
  conflict: 'text-bad',
  missing: 'text-bad',
}

const Sign = ({ glyph }: { glyph: Glyph }) => {
  const { d, isFilled } = strokesOf(glyph)
  return (
    <svg
      aria-hidden
      viewBox="0 0 12 12"
      className={`size-4 shrink-0 ${tones[glyph] ?? 'text-ink-2'}`}
      fill={isFilled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={d} />
    </svg>
  )
}

const seats = {
  covered: 'h-2 bg-good',
  offered: 'mt-1 h-1 bg-tally',
  uncovered: 'h-2 border border-bad',
} as const

/** What each sign on the board means: as drawn there, and in words. */
export const SignLegend = () => {
  const words = useWords(planningWords)
  const { legend } = useWords(tellingWords)
  const signs: readonly (readonly [Glyph, string])[] = [
    ['draft', words.states.draft],
    ['offered', words.states.offered],
    ['accepted', words.states.accepted],
    ['en_route', words.states.en_route],
    ['started', words.states.started],
    ['paused', words.states.paused],
    ['finished', words.states.finished],
    ['late', words.late],
    ['lock', words.locked],
    ['client', words.clientConfirmed],
    ['unseen', words.unseen],
    ['override', words.overridden],
    ['conflict', words.conflict],
    ['missing', legend.missing],
    ['attachment', legend.attachment],
    ['break', legend.break],
  ]
  return (
    <section className="max-lg:mt-1">
      <h3 className="mb-1 font-semibold text-ink-2 text-xs">{legend.title}</h3>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-1">
        {signs.map(([glyph, text]) => (
          <li key={glyph} className="flex min-w-0 items-center gap-2">
            <Sign glyph={glyph} />
            <span>{text}</span>
          </li>
        ))}
        {(['covered', 'offered', 'uncovered'] as const).map((seat) => (
          <li key={seat} className="flex items-center gap-2">
            <span aria-hidden className="grid size-4 place-items-center">
              <span className={`w-4 ${seats[seat]}`} />
            </span>
            {legend[seat]}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span aria-hidden className="h-[3px] w-4 border-ink-3 border-l-2 bg-ink-3" />
          {legend.road}
        </li>
        <li className="flex items-center gap-2">
          <span aria-hidden className="w-4 border-ink-3 border-t-2 border-dotted" />
          {legend.buffer}
        </li>
      </ul>
      <p className="mt-2 text-ink-2 text-xs">{legend.priorities}</p>
    </section>
  )
}
