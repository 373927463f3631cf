// Chiefs of department who sit in the office are told of a review as the office is told of things.
import type { Id } from '@regie/contract/kernel'
import { command } from '../platform/work.ts'
import { reviewOfChief } from '../productions/index.ts'
import { momentsOf } from './moments.ts'
import { writeToOffice } from './office-letters.ts'
import { sayReview } from './review-content.ts'
import { nameOfOrganization } from './store/people.ts'

type Told = { projectId: Id; memberIds: readonly Id[]; publicUrl: string }

export const tellOfficeOfReview = command(
  'notifications.tell-office-of-review',
  { permission: 'notifications.read' },
  async (tx, { projectId, memberIds, publicUrl }: Told): Promise<void> => {
    const { timeZone } = await nameOfOrganization(tx)
    for (const memberId of memberIds) {
      const review = await reviewOfChief(tx, projectId, { technicianId: null, memberId })
      if (!review || !sayReview(review, 'fr', momentsOf('fr', timeZone))) continue
      await writeToOffice(tx, {
        kind: 'office_decision',
        target: { kind: 'review', id: projectId },
        link: `${publicUrl}/projects/${projectId}/review`,
        to: [memberId],
        say: (language) => {
          const said = sayReview(review, language, momentsOf(language, timeZone))
          const { production = '', departments = '', title = '', lines = '' } = said ?? {}
          return { title: `${production} (${departments})`, lines: `${title}\n${lines}` }
        },
      })
    }
  },
)
