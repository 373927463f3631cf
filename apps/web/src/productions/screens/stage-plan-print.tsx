import type { StagePlan } from '@regie/contract/production-stage-plans'
import type { Production } from '@regie/contract/productions'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'
import { useEffect } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { FittedPaper, type PaperSize } from '../../ui/fitted-paper.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useProduction } from '../api.ts'
import { PlanPaper } from '../parts/plan-paper.tsx'
import { useStagePlans } from '../plan-api.ts'
import { planWords } from '../plan-words.ts'
import { type PlanView, usePlanView } from '../use-plan-view.ts'

const address = z.object({
  paper: z.enum(['A3', 'A4']).default('A3').catch('A3'),
  sheets: z.enum(['moment', 'phases']).default('moment').catch('moment'),
})
/** Millimetres of height between the margins, less the little that browsers round up: one page stays one. */
const heights: Readonly<Record<PaperSize, number>> = { A3: 275, A4: 188 }

/** The plan at one moment, or at the beginning of each phase of the day, as it goes on paper or into a PDF. */
export const StagePlanPrint = () => {
  const projectId = useParam('projectId')
  const plans = useStagePlans(projectId)
  return (
    <Loaded read={useProduction(projectId)}>
      {(production) => (
        <Loaded read={plans}>{(data) => <Preview production={production} plans={data} />}</Loaded>
      )}
    </Loaded>
  )
}

type Props = {
  readonly production: Production
  readonly plans: Parameters<typeof usePlanView>[1]
}

const Preview = ({ production, plans }: Props) => {
  const words = useWords(planWords)
  const view = usePlanView(production, plans)
  const [{ paper, sheets }, setAddress] = useAddressState(address)
  const { stage, plan } = view
  useEffect(() => {
    document.title = `${words.plan(stage?.name ?? '')} · Régie`
  }, [words, stage])
  return (
    <div className="min-h-full bg-canvas print:bg-white">
      <div className="flex flex-wrap items-center gap-3 border-line-strong/60 border-b bg-surface px-3 py-2 print:hidden">
        <Link
          to={`/projects/${production.project.id}/stage-plan`}
          search={true as never}
          className={buttonClass({})}
        >
          <ArrowLeft aria-hidden className="size-4" />
          {words.back}
        </Link>
        <Segmented
          label={words.paper}
          value={paper}
          onChange={(next) => setAddress({ paper: next })}
          choices={[
            { id: 'A3', label: 'A3' },
            { id: 'A4', label: 'A4' },
          ]}
        />
        <Segmented
          label={words.sheets}
          value={sheets}
          onChange={(next) => setAddress({ sheets: next })}
          choices={[
            { id: 'moment', label: words.thisMoment },
            { id: 'phases', label: words.eachPhase },
          ]}
        />
        <Button icon={Printer} tone="primary" onPress={() => print()}>
          {words.print}
        </Button>
        <p className="text-[0.8125rem] text-ink-2">{words.printHint}</p>
      </div>
      {plan && (
        <FittedPaper size={paper}>
          <Sheets production={production} view={view} plan={plan} paper={paper} sheets={sheets} />
        </FittedPaper>
      )}
    </div>
  )
}

type SheetsProps = {
  readonly production: Production
  readonly view: PlanView
  readonly plan: StagePlan
  readonly paper: PaperSize
  readonly sheets: 'moment' | 'phases'
}

const Sheets = ({ production, view, plan, paper, sheets }: SheetsProps) => {
  const clock = useClock()
  const starts = view.phases
    .filter(({ startsAt }) => clock.dateOf(startsAt) === view.date)
    .map(({ startsAt }) => Date.parse(startsAt))
  const moments = sheets === 'phases' ? [...new Set(starts)].sort((a, b) => a - b) : [view.at ?? 0]
  return (
    <div className="flex flex-col gap-[8mm] print:block">
      {moments.map((at) => (
        <PlanPaper
          key={at}
          production={production}
          view={view}
          plan={plan}
          at={at}
          heightMm={heights[paper]}
        />
      ))}
    </div>
  )
}
