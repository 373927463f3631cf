// Who was signed in last on this phone, for a start without network. Forgotten on signing out and when the server
// no longer knows them; what they did and did not send yet is kept apart, and waits for them.
import type { Session } from './session-endpoint.ts'

const KEY = 'regie.field.session'

export const readKeptSession = (): Session | undefined => {
  try {
    const text = localStorage.getItem(KEY)
    return text ? (JSON.parse(text) as Session) : undefined
  } catch {
    return undefined
  }
}

export const keepSession = (session: Session): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(session))
  } catch {
    // Without storage there is no start without network.
  }
}

const listeners = new Set<() => void>()

/** Hears that nobody is known here any more. */
export const onSessionForgotten = (hear: () => void): void => void listeners.add(hear)

export const forgetSession = (): void => {
  for (const hear of listeners) hear()
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}
