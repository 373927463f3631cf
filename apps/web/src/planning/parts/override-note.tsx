import type { Override } from '@regie/contract/planning-overrides'
import { reasonSentence } from '@regie/contract/planning-reasons'
import { Link } from '@tanstack/react-router'
import { Flag } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { doingWords } from '../doing-words.ts'
import { isolated } from '../isolated.ts'

/** Who put it there although rules warned, why, and what the rules said. */
export const OverrideNote = ({ override }: { override: Override }) => {
  const words = useWords(doingWords).override
  const { language } = useLanguage()
  const clock = useClock()
  const { names } = useBoard()
  const say = { language, timeZone: clock.zone, names }
  const sentences = [...new Set(override.reasons.map((one) => reasonSentence(one, say)))]
  return (
    <section className="rounded-control bg-warn-soft px-3 py-2 text-warn">
      <h3 className="flex items-center gap-2 font-medium">
        <Flag aria-hidden className="size-4" />
        {words.badge}
      </h3>
      <p dir="auto" className="mt-1 break-words text-ink">
        « {override.reason} »
      </p>
      <p className="text-xs">{words.said(isolated(override.by), clock.dateAt(override.at))}</p>
      <p className="mt-1 text-xs">{words.against}</p>
      <ul className="list-disc pl-6 text-xs">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Link
        to="/planning/rules"
        className="mt-1 inline-block rounded text-xs underline underline-offset-2"
      >
        {words.settings}
      </Link>
    </section>
  )
}
