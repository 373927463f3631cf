import { agreements, type LabourRules, type ProductionLabour } from '@regie/contract/labour-rules'
import { reasonSentence } from '@regie/contract/planning-reasons'
import type { Phase } from '@regie/contract/productions'
import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { useLabour } from '../api-labour.ts'
import { labourWords } from '../labour-words.ts'
import { usePhaseName } from './coverage-grid.tsx'
import { LabourDialog } from './labour-dialog.tsx'

type Props = { readonly projectId: string; readonly phases: readonly Phase[] }

/** Under which labour rules the production is worked, and who breaks them as it stands. */
export const LabourStrip = ({ projectId, phases }: Props) => {
  const words = useWords(labourWords)
  const mayChoose = useCan()('planning.configure')
  const [isOpen, setOpen] = useState(false)
  const { data: labour } = useLabour(projectId)
  if (!labour) return null
  return (
    <>
      <section
        aria-label={words.title}
        className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-line bg-surface px-4 py-2.5"
      >
        <Scale aria-hidden className="size-4 shrink-0 text-ink-2" />
        <h2 className="font-semibold">{words.title}</h2>
        <p className="min-w-0 flex-1 basis-72 text-ink-2">
          <Said labour={labour} />
        </p>
        {mayChoose && (
          <Button size="small" onPress={() => setOpen(true)}>
            {labour.agreement ? words.change : words.choose}
          </Button>
        )}
      </section>
      <Breaches breaches={labour.breaches} phases={phases} />
      {isOpen && (
        <LabourDialog projectId={projectId} labour={labour} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

const Said = ({ labour: { agreement, rules, breaches } }: { labour: ProductionLabour }) => {
  const words = useWords(labourWords)
  const { language } = useLanguage()
  const figures = useFigures()
  if (!agreement || !rules) return words.none
  return (
    <>
      <span className="text-ink">{agreements[agreement][language]}</span>
      {` · ${figures(rules)}`}
      {breaches.length === 0 && ` · ${words.kept}`}
    </>
  )
}

const useFigures = () => {
  const { said } = useWords(labourWords)
  const clock = useClock()
  return ({ shortRest: short, night, ...rules }: LabourRules): string =>
    [
      said.day(clock.duration(rules.dayMinutes)),
      said.week(clock.duration(rules.weekMinutes)),
      ...(rules.averageMinutes === null
        ? []
        : [said.average(clock.duration(rules.averageMinutes))]),
      said.span(clock.duration(rules.spanMinutes)),
      [
        said.rest(clock.duration(rules.restMinutes)),
        ...(short ? [said.shortRest(clock.duration(short.minutes), short.perWeek)] : []),
      ].join(', '),
      said.night(night.from, night.until),
    ].join(' · ')
}

const Breaches = (props: Pick<ProductionLabour, 'breaches'> & Pick<Props, 'phases'>) => {
  const words = useWords(labourWords)
  const clock = useClock()
  const { language } = useLanguage()
  const nameOf = usePhaseName()
  const { breaches, phases } = props
  if (breaches.length === 0) return null
  const phaseOf = (positionId: string): string => {
    const phase = phases.find(({ seats }) => seats.some((seat) => seat.positionId === positionId))
    return phase ? `${nameOf(phase)} (${clock.dateTime(phase.startsAt, 'day')})` : ''
  }
  return (
    <Note tone="warn" title={words.breaches(breaches.length)}>
      <ul>
        {breaches.map(({ technicianName, positionId, reason }) => {
          const why = reasonSentence(reason, { language, timeZone: clock.zone, names: {} })
          return (
            <li key={technicianName + positionId + why}>
              {words.breach(technicianName, phaseOf(positionId), why)}
            </li>
          )
        })}
      </ul>
    </Note>
  )
}
