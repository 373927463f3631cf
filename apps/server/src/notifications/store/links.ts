// SQL of notifications.links: a way to answer without an account. Only the hash of its token is kept.
import { createHash, randomBytes } from 'node:crypto'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Database } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type LinkedIds = 'assignmentIds' | 'askIds' | 'pollIds' | 'projectIds' | 'reviewIds'

/** The token of a new link; it is nowhere else. */
export async function makeLink(
  tx: Tx,
  technicianId: Id,
  asked: Pick<FoundLink, LinkedIds>,
  expiresAt: Instant,
): Promise<string> {
  const token = randomBytes(18).toString('base64url')
  await tx.run(sql`
    insert into notifications.links (organization_id, id, technician_id, token_hash, assignment_ids, ask_ids, poll_ids, project_ids, review_ids, created_at, expires_at)
    values (${tx.actor.organizationId}, ${tx.newId()}, ${technicianId}, ${hashOf(token)}, ${[...asked.assignmentIds]}::uuid[], ${[...asked.askIds]}::uuid[],
      ${[...asked.pollIds]}::uuid[], ${[...asked.projectIds]}::uuid[],
      ${[...asked.reviewIds]}::uuid[], ${tx.now()}, ${expiresAt})`)
  return token
}

export type FoundLink = {
  organizationId: Id
  technicianId: Id
  assignmentIds: readonly Id[]
  askIds: readonly Id[]
  pollIds: readonly Id[]
  projectIds: readonly Id[]
  /** Productions under review whose chief the reader is. */
  reviewIds: readonly Id[]
  createdAt: Instant
  expiresAt: Instant
  timeZone: string
}

export async function findLink(database: Database, token: string): Promise<FoundLink | undefined> {
  const [link] = await database.ask(sql<FoundLink>`
    select organization_id as "organizationId", technician_id as "technicianId", assignment_ids as "assignmentIds", ask_ids as "askIds", poll_ids as "pollIds", project_ids as "projectIds",
      review_ids as "reviewIds", created_at as "createdAt", expires_at as "expiresAt", time_zone as "timeZone"
    from notifications.find_link(${hashOf(token)})`)
  return link
}

export type FoundQuestion = { organizationId: Id; messageId: Id; timeZone: string }

/** The last question sent to this number since then, in whichever organisation. */
export async function findQuestion(
  database: Database,
  address: string,
  since: Instant,
): Promise<FoundQuestion | undefined> {
  const [question] = await database.ask(sql<FoundQuestion>`
    select organization_id as "organizationId", message_id as "messageId", time_zone as "timeZone"
    from notifications.find_question(${address}, ${since})`)
  return question
}

export async function findByProvider(
  database: Database,
  providerId: string,
): Promise<{ organizationId: Id; messageId: Id } | undefined> {
  const [message] = await database.ask(sql<{ organizationId: Id; messageId: Id }>`
    select organization_id as "organizationId", message_id as "messageId" from notifications.find_by_provider(${providerId})`)
  return message
}
