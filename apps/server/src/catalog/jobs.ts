// What follows by itself: a new organisation gets its first priorities.
import { newId } from '../platform/clock.ts'
import type { Reaction } from '../platform/reactions.ts'
import { startingPriorities } from './model.ts'
import { hasPriorities, insertFirstPriorities } from './store/priorities.ts'

export const addFirstPriorities: Reaction = {
  name: 'catalog.add-first-priorities',
  events: ['organization_created'],
  run: async (rows, events, actor) => {
    const [made] = events
    if (!made || (await hasPriorities(rows, actor.organizationId))) return
    const priorities = startingPriorities(actor.language).map((priority) => ({
      ...priority,
      id: newId(Date.parse(made.at)),
    }))
    await insertFirstPriorities(rows, actor.organizationId, priorities)
  },
}
