// Waiting for what the program does by itself: for states, never for times. A busy machine is no fault.
import { setTimeout } from 'node:timers/promises'

const PAUSE_MS = 50

/** The first value that is there; fails only when a test of the usual length would be out of time, too. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isThere: (value: T) => boolean,
  patienceMs = 80_000,
): Promise<T> {
  for (const end = performance.now() + patienceMs; performance.now() < end; ) {
    const value = await ask()
    if (isThere(value)) return value
    await setTimeout(PAUSE_MS)
  }
  throw new Error('it never came')
}
