// What the phone keeps: the coming days, what was done and is not sent yet, and its pictures. One database for each
// member of each organisation, so that nobody's queue is ever in another's way.
import type { OwnSheet } from '@regie/contract/call-sheets'
import type { FieldCommand } from '@regie/contract/field-entries'
import type { HoursLine } from '@regie/contract/field-hours'
import type {
  AbsenceRequest,
  FieldAssignment,
  FieldPart,
  SiteHistory,
} from '@regie/contract/fieldwork'
import type { Id, Instant } from '@regie/contract/kernel'
import type { OwnAvailability } from '@regie/contract/polls'
import type { StagePlans } from '@regie/contract/production-stage-plans'
import { Dexie, type EntityTable, type Table } from 'dexie'

/** A stop as the server last told it. `goneAt`: since then it is no longer theirs, but work on it is in sight. */
export type HeldStop = FieldAssignment & { readonly goneAt: Instant | null }

/** What the server refused, as it said it. */
export type Refused = Readonly<Record<string, unknown>> & { readonly code: string }

/**
 * A command on its way. `waiting` for the network; `delivered`: the server has it, the next snapshot will show it;
 * `refused`: a person decides. `after` names commands that must arrive first.
 */
export type QueuedCommand = {
  readonly id: Id
  readonly assignmentId: Id | null
  readonly command: FieldCommand
  readonly state: 'waiting' | 'delivered' | 'refused'
  readonly after: readonly Id[]
  readonly problem: Refused | null
  /** Why the office was asked, when it came too late to count by itself. */
  readonly aside: string | null
}

/** A picture on its way; `uploadUrl` is where tus goes on. The bytes lie in `blobs` until they have arrived. */
export type QueuedPhoto = {
  readonly id: Id
  readonly assignmentId: Id
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly sent: number
  readonly uploadUrl: string | null
  readonly state: 'waiting' | 'refused'
  readonly problem: string | null
}

export type Meta = {
  readonly cursor: string
  readonly serverAt: Instant
  readonly absenceRequests: readonly AbsenceRequest[]
  /** Older phones and servers know of none. */
  readonly availability?: OwnAvailability
  /** How far the phone's clock was ahead of the server's; 0 for as good as the same. */
  readonly aheadMs?: number
}

/** What the technician had seen of a stop, by parts: what is another since then is marked as changed. */
export type Look = {
  readonly id: Id
  readonly seen: string
  /** Phones of former versions kept no parts. */
  readonly parts?: Readonly<Record<string, string>>
  readonly startsAt?: Instant
  readonly endsAt?: Instant
}

/** A file that was taken along: a document by its id, or the small picture of a photo by the photo's. */
export type TakenFile = {
  readonly id: Id
  readonly kind: 'document' | 'preview'
  readonly blob: Blob
}

/** Lists that are kept whole: the parts, one's own hours by the Monday of their week, the stages of a production. */
export type Book =
  | { readonly key: 'parts'; readonly parts: readonly FieldPart[] }
  | { readonly key: `plans ${string}`; readonly plans: StagePlans }
  | {
      readonly key: `hours ${string}`
      readonly hours: readonly HoursLine[]
      /** By this phone's clock. */
      readonly keptAt: Instant
    }

export class PhoneDatabase extends Dexie {
  declare readonly stops: EntityTable<HeldStop, 'id'>
  declare readonly history: EntityTable<SiteHistory, 'siteId'>
  declare readonly commands: EntityTable<QueuedCommand, 'id'>
  declare readonly photos: EntityTable<QueuedPhoto, 'id'>
  declare readonly blobs: EntityTable<{ id: Id; blob: Blob }, 'id'>
  declare readonly meta: EntityTable<{ key: 'snapshot' } & Meta, 'key'>
  declare readonly files: EntityTable<TakenFile, 'id'>
  declare readonly books: Table<Book, string>
  declare readonly looks: EntityTable<Look, 'id'>
  declare readonly sheets: EntityTable<OwnSheet, 'projectId'>

  constructor(
    name: string,
    options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {},
  ) {
    // Strict: a tap that was answered on screen has reached the disk, also when the phone dies the next moment.
    super(name, { chromeTransactionDurability: 'strict', ...options })
    this.version(schemaVersion).stores(schema)
  }
}

/**
 * Raised with each change of `schema`, and never used twice. What a phone of a former version holds stays: a step adds;
 * none takes away what may still be unsent.
 */
export const schemaVersion = 4

const schema = {
  stops: 'id',
  history: 'siteId',
  commands: 'id, assignmentId',
  photos: 'id',
  blobs: 'id',
  meta: 'key',
  looks: 'id',
  files: 'id',
  books: 'key',
  sheets: 'projectId',
}

export const databaseName = (organizationId: Id, memberId: Id): string =>
  `regie.field.${organizationId}.${memberId}`
