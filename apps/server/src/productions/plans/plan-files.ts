// The picture of a plan on its way in and out: its bytes lie with the organisation's files.
import { Readable } from 'node:stream'
import type { Id } from '@regie/contract/kernel'
import { PLAN_BYTES, type PlanType, type StagePlan } from '@regie/contract/production-stage-plans'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/clock.ts'
import { fail } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files.ts'
import type { Services } from '../../platform/services.ts'
import type { Tx } from '../../platform/work.ts'
import { expectPlan, setStagePlan } from '../commands/stage-plans.ts'
import { visiblePlan } from '../queries/stage-plans.ts'
import { planKey } from './plan-file.ts'
import { preparePlan } from './plan-picture.ts'

export type IncomingPlan = {
  readonly projectId: Id
  readonly stageId: Id
  readonly name: string
  readonly type: PlanType
  /** Of the plan that is replaced. */
  readonly version: number | undefined
  readonly content: Uint8Array
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} Mo / MB`

/** The bytes first: a row without its file would promise what is not there. */
export async function takePlan(
  services: Services,
  actor: Actor,
  { content, name, type, ...at }: IncomingPlan,
): Promise<StagePlan> {
  if (content.length > PLAN_BYTES)
    throw fail('too_large', { size: megabytes(content.length), limit: megabytes(PLAN_BYTES) })
  // Whoever may not, and whoever comes too late, is told before the picture is worked on.
  await services.work.read(actor, 'productions.write', (tx) => expectPlan(tx, at))
  const { bytes, ...size } = await preparePlan({ name, type, content })
  const fileId = newId(services.clock())
  const key = planKey(actor.organizationId, fileId)
  await services.files.put(key, Readable.from([bytes]), bytes.length)
  const plan = { stageId: at.stageId, fileId, name, type, bytes: bytes.length, ...size }
  try {
    return await services.work.act(actor, setStagePlan, { ...at, plan })
  } catch (error) {
    await services.files.remove(key)
    throw error
  }
}

/** The same within a transaction, for a program that makes a stage with its plan. */
export async function givePlan(
  tx: Tx,
  files: FileStore,
  { content, name, type, ...at }: Omit<IncomingPlan, 'version'>,
): Promise<StagePlan> {
  const { bytes, ...size } = await preparePlan({ name, type, content })
  const fileId = tx.newId()
  const key = planKey(tx.actor.organizationId, fileId)
  await files.put(key, Readable.from([bytes]), bytes.length)
  const plan = { stageId: at.stageId, fileId, name, type, bytes: bytes.length, ...size }
  return await setStagePlan.run(tx, { ...at, version: undefined, plan })
}

/** A picture never changes under its id. Whatever is in it, it runs nothing and asks for nothing. */
export async function sendPlan(
  services: Services,
  actor: Actor,
  at: { readonly projectId: Id; readonly stageId: Id; readonly fileId: Id },
  reply: FastifyReply,
): Promise<void> {
  const { type, bytes, name } = await services.work.read(actor, null, (tx) => visiblePlan(tx, at))
  const file = await services.files.get(planKey(actor.organizationId, at.fileId))
  await reply
    .headers({
      'content-type': type,
      'content-length': bytes,
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      'cache-control': 'private, max-age=31536000, immutable',
    })
    .send(file)
}
