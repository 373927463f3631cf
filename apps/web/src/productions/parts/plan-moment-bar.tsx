import type { Stage } from '@regie/contract/productions'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Select } from '../../ui/select.tsx'
import { countsOf } from '../plan-moment.ts'
import { planWords } from '../plan-words.ts'
import type { PlanView } from '../use-plan-view.ts'
import { productionWords } from '../words.ts'
import { looks } from './coverage-grid.tsx'
import { DayStrip } from './day-strip.tsx'
import { MomentSlider } from './moment-slider.tsx'

type Props = { readonly view: PlanView; readonly stages: readonly Stage[] }

/** Which stage, which day, which moment; and how it stands then. */
export const PlanMomentBar = ({ view, stages }: Props) => {
  const words = useWords(productionWords)
  const plan = useWords(planWords)
  const clock = useClock()
  const { stage, days, date, moments, at } = view
  const today = view.phases.filter(({ startsAt }) => clock.dateOf(startsAt) === date)
  return (
    <div className="flex flex-col gap-3 border-line border-b p-3">
      <div className="flex flex-wrap items-center gap-3">
        {stages.length > 1 && (
          <Select
            className="w-52"
            label={plan.stage}
            isLabelHidden
            options={stages.map(({ id, name }) => ({ id, label: name }))}
            value={stage?.id ?? null}
            onChange={view.chooseStage}
          />
        )}
        {days.length > 0 && <DayStrip days={days} date={date} onChange={view.chooseDay} />}
        {at !== null && (
          <div className="ml-auto flex items-center gap-x-4">
            <PlanCounts view={view} />
            <output className="nums font-semibold text-2xl leading-none">{clock.time(at)}</output>
          </div>
        )}
      </div>
      {moments && at !== null ? (
        <MomentSlider moments={moments} at={at} phases={today} onChange={view.slide} />
      ) : (
        <p className="text-ink-2">{words.noPhases}</p>
      )}
    </div>
  )
}

const tones = { covered: 'good', offered: 'warn', uncovered: 'bad' } as const

/** How many seats of the stage are covered at the moment. */
const PlanCounts = ({ view }: { view: PlanView }) => {
  const words = useWords(productionWords)
  const counts = countsOf(view.roles)
  return (
    <p className="flex flex-wrap gap-2">
      {(['covered', 'offered', 'uncovered'] as const).map((one) => (
        <Badge key={one} tone={tones[one]} icon={looks[one].icon}>
          {`${words[one]} · ${counts[one]}`}
        </Badge>
      ))}
    </p>
  )
}
