// When the phone speaks with the server: at the start, when the network is back, when the app is looked at again,
// after each tap, on news, and now and then. Never Background Sync: iPhones have none.
import type { PhoneDatabase } from './database.ts'
import { type FetchFile, fetchFile, takeFilesAlong } from './files.ts'
import { network, type RoundEnd, syncRound, type Transport } from './sync.ts'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000
const EVERY_MS = 5 * 60_000

export type SyncState = {
  readonly isBusy: boolean
  /** Null before the first round ended. */
  readonly last: RoundEnd['kind'] | null
}

/** Runs alone among the tabs of this browser; where there are no locks, alone in this tab. */
const alone = async (name: string, run: () => Promise<void>): Promise<void> => {
  if (!navigator.locks) return await run()
  await navigator.locks.request(name, run)
}

export type Engine = {
  /** Soon; several wishes make one round. */
  readonly wake: () => void
  /** Now; resolves when the round is over. */
  readonly sync: () => Promise<void>
  readonly state: () => SyncState
  readonly subscribe: (hear: () => void) => () => void
  readonly start: () => void
  readonly stop: () => void
}

/** At rest until it is started; may be stopped and started again. */
export function makeEngine(
  db: PhoneDatabase,
  options: { onSignedOut: () => void; transport?: Transport; files?: FetchFile },
): Engine {
  const { onSignedOut, transport = network, files = fetchFile } = options
  const listeners = new Set<() => void>()
  let state: SyncState = { isBusy: false, last: null }
  let wanted = false
  let stopped = true
  let wait = FIRST_WAIT_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()

  const set = (next: SyncState) => {
    state = next
    for (const hear of listeners) hear()
  }
  const schedule = (end: RoundEnd) => {
    clearTimeout(timer)
    if (stopped || end.kind === 'signed-out') return
    wait = end.kind === 'done' ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS)
    timer = setTimeout(wake, end.kind === 'done' ? EVERY_MS : wait)
  }
  /** Apart from the rounds: a large file never keeps a command waiting. */
  let gathering = false
  const gather = () => {
    if (gathering || stopped) return
    gathering = true
    void alone(`${db.name}.files`, () => takeFilesAlong(db, files))
      .catch(() => undefined)
      .finally(() => {
        gathering = false
      })
  }
  const round = async () => {
    wanted = false
    if (stopped) return
    set({ ...state, isBusy: true })
    const end = await syncRound(db, transport)
    set({ isBusy: false, last: end.kind })
    schedule(end)
    if (end.kind === 'done') gather()
    if (end.kind === 'signed-out') onSignedOut()
  }
  const sync = () => {
    if (!wanted) {
      wanted = true
      running = running.then(() => alone(`${db.name}.sync`, round)).catch(() => undefined)
    }
    return running
  }
  const wake = () => void sync()
  const onVisible = () => {
    if (document.visibilityState === 'visible') wake()
  }
  return {
    wake,
    sync,
    state: () => state,
    subscribe: (hear) => {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    start: () => {
      stopped = false
      globalThis.addEventListener('online', wake)
      document.addEventListener('visibilitychange', onVisible)
      wake()
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
      globalThis.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', onVisible)
    },
  }
}
