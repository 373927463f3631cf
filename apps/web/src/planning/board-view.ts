// What is looked at: it lives in the address, so that a view can be sent to a colleague.

import { category } from '@regie/contract/catalog'
import { localDate } from '@regie/contract/kernel'
import { z } from 'zod'
import { addDays, mondayOf } from '../lib/time.ts'

export const extents = ['day', 'three', 'week'] as const
export type Extent = (typeof extents)[number]

export const daysOf: Readonly<Record<Extent, number>> = { day: 1, three: 3, week: 7 }

/** A filter that does not parse counts as absent: an old or mistyped link still opens the board. */
export const boardViewSchema = z.object({
  view: z.enum(extents).catch('day').default('day'),
  date: localDate.optional().catch(undefined),
  list: z.coerce.boolean().catch(false).default(false),
  hours: z.enum(['work', 'all']).catch('work').default('work'),
  density: z.enum(['compact', 'normal', 'large']).catch('normal').default('normal'),
  step: z.coerce.number().int().min(1).max(60).catch(15).default(15),
  technician: z.string().max(200).optional().catch(undefined),
  skill: z.string().max(80).optional().catch(undefined),
  category: category.optional().catch(undefined),
  run: z.string().max(80).optional().catch(undefined),
})
export type BoardView = z.infer<typeof boardViewSchema>

/** First day shown. A week begins on Monday; days and three days begin on the date itself. */
export const firstDayOf = (view: Pick<BoardView, 'view' | 'date'>, today: string): string => {
  const date = view.date ?? today
  return view.view === 'week' ? mondayOf(date) : date
}

export const shifted = (
  view: Pick<BoardView, 'view' | 'date'>,
  today: string,
  turns: number,
): string => addDays(firstDayOf(view, today), turns * daysOf[view.view])

/** Searches as people type: no case, no accents. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
