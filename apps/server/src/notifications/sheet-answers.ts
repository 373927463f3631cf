// A call sheet by the link of a message: read, confirmed and printed without an account.

import type { AnswerPage } from '@regie/contract/answer-links'
import type { Id } from '@regie/contract/kernel'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import type { Services } from '../platform/services.ts'
import { markOwnSheet, sendOwnSheet, sendPlan, sendSheetDocument } from '../productions/index.ts'
import { actorFor, openLink, personOf, readAnswerPage } from './answers.ts'

/** Whoever the link was sent to, if it is about this production. */
async function readerOf(services: Services, token: string, projectId: Id): Promise<Actor> {
  const link = await openLink(services, token)
  if (!link.projectIds.includes(projectId)) throw fail('not_found', { what: 'call sheet' })
  return actorFor(link, await personOf(services, link))
}

type Mark = { projectId: Id; number: number; isConfirmed: boolean }

export async function markSheetByLink(
  services: Services,
  token: string,
  mark: Mark,
): Promise<AnswerPage> {
  const actor = await readerOf(services, token, mark.projectId)
  await services.work.act(actor, markOwnSheet, mark)
  return await readAnswerPage(services, token)
}

type Place = { token: string; projectId: Id }

export async function sendSheetByLink(
  services: Services,
  { token, projectId }: Place,
  reply: FastifyReply,
): Promise<void> {
  const actor = await readerOf(services, token, projectId)
  await sendOwnSheet(services, actor, projectId, reply)
}

export async function sendSheetDocumentByLink(
  services: Services,
  { token, ...place }: Place & { documentId: Id },
  reply: FastifyReply,
): Promise<void> {
  const actor = await readerOf(services, token, place.projectId)
  await sendSheetDocument(services, actor, place, reply)
}

export async function sendSheetPlanByLink(
  services: Services,
  { token, ...place }: Place & { stageId: Id; fileId: Id },
  reply: FastifyReply,
): Promise<void> {
  const actor = await readerOf(services, token, place.projectId)
  await sendPlan(services, actor, place, reply)
}
