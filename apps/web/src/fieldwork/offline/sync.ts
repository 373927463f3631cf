// One round with the server: commands first, then the week, then pictures. One tab at a time, whoever has the lock.
import type { Receipt, Snapshot } from '@regie/contract/fieldwork'
import { call } from '../../lib/call.ts'
import { type ProblemError, toProblem } from '../../lib/problem.ts'
import type { PhoneDatabase, QueuedCommand } from './database.ts'
import { readSnapshot, seePlan, sendFieldCommands, sendSignatures } from './endpoints.ts'
import { nextBatch, noteReceipts } from './outbox.ts'
import { keepSnapshot } from './snapshot.ts'
import { isFull } from './storage.ts'
import { type SendPhoto, sendByTus, sendPhotos } from './uploads.ts'

/** What the phone needs of the world; tests bring their own. */
export type Transport = {
  readonly deliver: (commands: readonly QueuedCommand[]) => Promise<readonly Receipt[]>
  readonly pull: (since: string) => Promise<Snapshot>
  /** These changes of the plan were shown. */
  readonly see: (changes: Snapshot['unseen']) => Promise<void>
  readonly sendPhoto: SendPhoto
}

export const network: Transport = {
  deliver: async (commands) => {
    const isSign = ({ command }: QueuedCommand) =>
      command.what.kind === 'sign' || command.what.kind === 'invite'
    const send = async (endpoint: typeof sendFieldCommands, some: readonly QueuedCommand[]) => {
      if (some.length === 0) return []
      const body = {
        sentAt: new Date().toISOString(),
        commands: some.map(({ command }) => command as unknown as Record<string, unknown>),
      }
      return (await call(endpoint, { body })).receipts
    }
    // What was done goes before what was signed about it.
    const told = await send(
      sendFieldCommands,
      commands.filter((one) => !isSign(one)),
    )
    return [...told, ...(await send(sendSignatures, commands.filter(isSign)))]
  },
  pull: async (since) => await call(readSnapshot, { query: since ? { since } : {} }),
  see: async (changes) => void (await call(seePlan, { body: { changes } })),
  sendPhoto: sendByTus,
}

/**
 * How a round ended. `later`: the link is down. `full`: the phone cannot note what it hears. `signed-out`: the queue
 * waits until its owner is back.
 */
export type RoundEnd =
  | { readonly kind: 'done' | 'full' }
  | { readonly kind: 'later' | 'signed-out'; readonly problem: ProblemError | null }

/** Commands in order, as many rounds as it takes; a batch the server cannot read is cut down to the one that is to blame. */
async function deliverAll(db: PhoneDatabase, { deliver }: Transport): Promise<void> {
  let size: number | undefined
  for (;;) {
    const batch = await nextBatch(db, size)
    if (batch.length === 0) return
    try {
      const receipts = await deliver(batch)
      await noteReceipts(db, receipts)
      const heard = new Set(receipts.map(({ id }) => id))
      // A server that is silent about a command has not been asked often enough to be asked for ever.
      const unheard = batch.filter(({ id }) => !heard.has(id))
      await noteReceipts(db, unheard.map(refusedAs({ code: 'internal', status: 500 })))
    } catch (error) {
      const problem = toProblem(error)
      if (!isOurFault(problem)) throw problem
      if (batch.length > 1) size = 1
      else await noteReceipts(db, batch.map(refusedAs({ ...problem.details, code: problem.code })))
    }
  }
}

const isOurFault = ({ status }: ProblemError): boolean =>
  status >= 400 && status < 500 && ![401, 408, 429].includes(status)

const refusedAs =
  (problem: Readonly<Record<string, unknown>>) =>
  ({ id }: QueuedCommand): Receipt => ({ id, outcome: 'refused', why: null, problem })

async function pullWeek(db: PhoneDatabase, { pull, see }: Transport): Promise<void> {
  const held = await db.meta.get('snapshot')
  const cursor = held?.cursor ?? ''
  const snapshot = await pull(cursor)
  await keepSnapshot(db, snapshot, cursor === '')
  // A phone in a pocket has shown nothing to anybody. Older servers do not ask.
  const { unseen = [] }: Partial<Snapshot> = snapshot
  if (unseen.length > 0 && document.visibilityState === 'visible') await see(unseen)
}

/** Never throws: what went wrong with the link is told, and everything unsent is still there. */
export async function syncRound(db: PhoneDatabase, transport: Transport): Promise<RoundEnd> {
  let isRoom = true
  for (const part of [deliverAll, pullWeek])
    try {
      await part(db, transport)
    } catch (error) {
      const problem = toProblem(error)
      // A full phone still sends its pictures: that is what makes room.
      if (isFull(error)) isRoom = false
      else return { kind: problem.status === 401 ? 'signed-out' : 'later', problem }
    }
  try {
    const pictures = await sendPhotos(db, transport.sendPhoto)
    if (pictures !== 'done') return { kind: pictures, problem: null }
  } catch (error) {
    if (!isFull(error)) return { kind: 'later', problem: toProblem(error) }
    isRoom = false
  }
  return { kind: isRoom ? 'done' : 'full' }
}
