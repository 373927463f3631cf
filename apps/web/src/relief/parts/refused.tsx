import { reasonSentence } from '@regie/contract/planning-reasons'
import type { ReliefCandidates } from '@regie/contract/relief'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { reliefWords } from '../words.ts'

const MOST = 30

/** Who may not take it, and why. */
export const Refused = ({ refused }: Pick<ReliefCandidates, 'refused'>) => {
  const words = useWords(reliefWords)
  const { language } = useLanguage()
  const { organization } = useSession()
  if (refused.length === 0) return null
  const say = { language, timeZone: organization.timeZone, names: {} }
  return (
    <details>
      <summary className="cursor-default text-ink-2">{words.refused(refused.length)}</summary>
      <ul className="mt-2 flex flex-col gap-1 text-[0.8125rem]">
        {refused.slice(0, MOST).map(({ technicianId, technicianName, reasons }) => (
          <li key={technicianId}>
            <span className="font-medium">{technicianName}</span>{' '}
            <span className="text-ink-2">
              {[...new Set(reasons.map((one) => reasonSentence(one, say)))].slice(0, 2).join(' ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
