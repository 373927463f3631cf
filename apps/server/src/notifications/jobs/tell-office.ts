// The office is told of what it has to look at, once the transaction that saw it stands.
import { program } from '../../platform/actor.ts'
import { job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { tellOfficeOfPoll } from '../poll-over.ts'
import {
  tellOfficeOrder,
  tellPollOrder,
  tellRenewalOrder,
  tellReviewOrder,
  tellShiftOrder,
} from '../queue.ts'
import { tellOfficeOfSearch } from '../relief-alarms.ts'
import { tellOfficeOfRenewal } from '../renewal-letters.ts'
import { tellOfficeOfReview } from '../review-letters.ts'
import { tellOfficeOfShift } from '../shift-alarm.ts'

export const tellOfficeJob = job(
  tellOfficeOrder.name,
  { payload: tellOfficeOrder.payload, concurrency: 2 },
  async ({ work, publicUrl }: Services, alarm, { organizationId }) => {
    if (!organizationId) return
    const actor = program(organizationId, tellOfficeOrder.name)
    await work.act(actor, tellOfficeOfSearch, { ...alarm, publicUrl: publicUrl() })
  },
)

export const tellShiftJob = job(
  tellShiftOrder.name,
  { payload: tellShiftOrder.payload, concurrency: 2 },
  async ({ work, publicUrl }: Services, shift, { organizationId }) => {
    if (!organizationId) return
    const actor = program(organizationId, tellShiftOrder.name)
    await work.act(actor, tellOfficeOfShift, { ...shift, publicUrl: publicUrl() })
  },
)

export const tellRenewalJob = job(
  tellRenewalOrder.name,
  { payload: tellRenewalOrder.payload, concurrency: 2 },
  async ({ work, publicUrl }: Services, renewal, { organizationId }) => {
    if (!organizationId) return
    const actor = program(organizationId, tellRenewalOrder.name)
    await work.act(actor, tellOfficeOfRenewal, { ...renewal, publicUrl: publicUrl() })
  },
)

export const tellPollJob = job(
  tellPollOrder.name,
  { payload: tellPollOrder.payload, concurrency: 2 },
  async ({ work, publicUrl }: Services, poll, { organizationId }) => {
    if (!organizationId) return
    const actor = program(organizationId, tellPollOrder.name)
    await work.act(actor, tellOfficeOfPoll, { ...poll, publicUrl: publicUrl() })
  },
)

export const tellReviewJob = job(
  tellReviewOrder.name,
  { payload: tellReviewOrder.payload, concurrency: 2 },
  async ({ work, publicUrl }: Services, review, { organizationId }) => {
    if (!organizationId) return
    const actor = program(organizationId, tellReviewOrder.name)
    await work.act(actor, tellOfficeOfReview, { ...review, publicUrl: publicUrl() })
  },
)
