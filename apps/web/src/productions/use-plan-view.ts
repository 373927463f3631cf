// Which stage, day and moment are looked at: in the address, so that a view can be shared, printed and come back to.
import { type LocalDate, localDate } from '@regie/contract/kernel'
import type { StagePlans } from '@regie/contract/production-stage-plans'
import type { Production } from '@regie/contract/productions'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../lib/address-state.ts'
import { useClock } from '../lib/clock.ts'
import { daysOf } from './coverage-rows.ts'
import { firstMoment, momentsOf, nearestStop, type RoleNow, rolesAt } from './plan-moment.ts'

const address = z.object({
  stage: z.string().optional().catch(undefined),
  day: localDate.optional().catch(undefined),
  at: z.iso.datetime().optional().catch(undefined),
})
/** Browsers count how often an address changes: a slider on its way does not write it. */
const SETTLED_MS = 300

export type PlanView = ReturnType<typeof usePlanView>

export const usePlanView = (production: Production, { plans, spots }: StagePlans) => {
  const clock = useClock()
  const [asked, setAddress] = useAddressState(address)
  const stage = production.stages.find(({ id }) => id === asked.stage) ?? production.stages[0]
  const stageId = stage?.id ?? ''
  const phases = production.phases.filter((phase) => phase.stageId === stageId)
  const days = daysOf({ phases }, clock.dateOf)
  const coming = days.find((one) => one >= clock.today())
  const date = asked.day ?? coming ?? days[0] ?? production.project.startsOn ?? clock.today()
  const moments = momentsOf(phases, date, clock.dateOf)
  const [sliding, slide] = useState<number | null>(null)
  useEffect(() => {
    if (sliding === null) return undefined
    const settle = () => setAddress({ at: new Date(sliding).toISOString() })
    const timer = setTimeout(settle, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [sliding, setAddress])
  const wanted = sliding ?? (asked.at ? Date.parse(asked.at) : null)
  const at = moments
    ? nearestStop(moments, wanted ?? firstMoment(phases, moments, Date.now()))
    : null
  const own = spots.filter((spot) => spot.stageId === stageId)
  const roles: RoleNow[] = rolesAt(phases, own, at ?? 0)
  return {
    stage,
    phases,
    days,
    date,
    moments,
    at,
    roles,
    plan: plans.find((one) => one.stageId === stageId) ?? null,
    slide,
    chooseStage: (next: string) => {
      slide(null)
      setAddress({ stage: next })
    },
    /** The same time of another day. */
    chooseDay: (day: LocalDate) => {
      slide(null)
      setAddress({ day, at: at === null ? undefined : clock.instantOf(day, clock.timeOf(at)) })
    },
  }
}
