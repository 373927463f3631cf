// The tabs of a browser share one session: when it changes in one, the others must not go on with the old one.
const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('regie.session')

/** After signing in or out or going over to another organisation. */
export const tellSessionChanged = (): void => channel?.postMessage('changed')

/** Hears of changes made in other tabs. */
export const onSessionChanged = (hear: () => void): (() => void) => {
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
