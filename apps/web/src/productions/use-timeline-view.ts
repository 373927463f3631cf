// Which part of a production's time is shown, how grouped; kept in the address.
import { type LocalDate, localDate } from '@regie/contract/kernel'
import {
  department,
  departmentNames,
  type Phase,
  type Production,
} from '@regie/contract/productions'
import { useMemo } from 'react'
import { z } from 'zod'
import { useAddressState } from '../lib/address-state.ts'
import { useClock } from '../lib/clock.ts'
import { useLanguage, useWords } from '../lib/language.tsx'
import { daysOf } from './coverage-rows.ts'
import { dayAxis, type Names, wholeAxis } from './timeline-rows.ts'
import { timelineWords } from './timeline-words.ts'

const address = z.object({
  day: localDate.optional().catch(undefined),
  zoom: z.enum(['day', 'all']).default('all').catch('all'),
  by: z.enum(['stage', 'department']).default('stage').catch('stage'),
  as: z.enum(['chart', 'table']).default('chart').catch('chart'),
})

export const useTimelineView = (production: Production) => {
  const clock = useClock()
  const [view, setView] = useAddressState(address)
  const { phases, project } = production
  const days = daysOf(production, clock.dateOf)
  const date: LocalDate =
    view.day ??
    days.find((one) => one >= clock.today()) ??
    days.at(-1) ??
    project.startsOn ??
    clock.today()
  const axis = useMemo(
    () => (view.zoom === 'day' ? dayAxis(phases, date, clock) : wholeAxis(phases, clock)),
    [phases, view.zoom, date, clock],
  )
  return { view, setView, days, date, axis, names: useNames(production, view.by) }
}
export type TimelineView = ReturnType<typeof useTimelineView>

const useNames = ({ stages }: Production, by: 'stage' | 'department'): Names => {
  const { language } = useLanguage()
  const words = useWords(timelineWords)
  return useMemo(
    () => ({
      detailOf: ({ stageId, department: whose }: Phase) =>
        by === 'stage'
          ? whose
            ? departmentNames[whose][language]
            : ''
          : (stages.find(({ id }) => id === stageId)?.name ?? ''),
      groupOf: ({ stageId, department: whose }: Phase) => {
        if (by === 'stage') {
          const rank = stages.findIndex(({ id }) => id === stageId)
          return { key: stageId, title: stages[rank]?.name ?? '', rank }
        }
        return whose
          ? {
              key: whose,
              title: departmentNames[whose][language],
              rank: department.options.indexOf(whose),
            }
          : { key: '', title: words.noDepartment, rank: -1 }
      },
    }),
    [stages, by, language, words],
  )
}
