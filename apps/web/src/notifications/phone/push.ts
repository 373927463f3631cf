// Being told on this very phone: the browser's own subscription, and the server that is told of it.
import { getPushKey, subscribePush, unsubscribePush } from '@regie/contract/push'
import { call } from '../../lib/call.ts'

/** `missing`: this browser cannot (an iPhone only once the app is installed). `blocked`: its owner said no. */
export type PushState = 'missing' | 'blocked' | 'off' | 'on'

/** Who wants to be told here: kept over a session that ends, so that signing in again brings it back. */
const KEY = 'regie.push.member'

const wish = {
  read: (): string | null => {
    try {
      return localStorage.getItem(KEY)
    } catch {
      return null
    }
  },
  write: (memberId: string | null): void => {
    try {
      if (memberId === null) localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, memberId)
    } catch {
      // Without storage it is asked for anew after signing in.
    }
  },
}

const isAble = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

/** The app's worker; undefined while there is none (during development there never is). */
const worker = async (): Promise<ServiceWorkerRegistration | undefined> =>
  await navigator.serviceWorker.getRegistration('/field/')

export async function readPush(memberId: string): Promise<PushState> {
  if (!isAble() || !(await worker())) return 'missing'
  if (Notification.permission === 'denied') return 'blocked'
  const held = await (await worker())?.pushManager.getSubscription()
  return held && wish.read() === memberId ? 'on' : 'off'
}

async function subscribe(registration: ServiceWorkerRegistration): Promise<PushSubscription> {
  const { publicKey } = await call(getPushKey)
  const options = { userVisibleOnly: true, applicationServerKey: publicKey }
  try {
    return await registration.pushManager.subscribe(options)
  } catch (error) {
    // It is subscribed with the key of another installation, which stood at this address before.
    const old = await registration.pushManager.getSubscription()
    if (!old || (error as { name?: string }).name !== 'InvalidStateError') throw error
    await old.unsubscribe()
    return await registration.pushManager.subscribe(options)
  }
}

async function tell(held: PushSubscription): Promise<void> {
  const { endpoint, keys } = held.toJSON()
  const { p256dh, auth } = keys ?? {}
  if (endpoint && p256dh && auth)
    await call(subscribePush, { body: { endpoint, keys: { p256dh, auth } } })
}

/** After a tap only: browsers ask their owner then, and never again after a no. */
export async function turnPushOn(memberId: string): Promise<PushState> {
  const registration = await worker()
  if (!registration) return 'missing'
  if ((await Notification.requestPermission()) !== 'granted')
    return Notification.permission === 'denied' ? 'blocked' : 'off'
  await tell(await subscribe(registration))
  wish.write(memberId)
  return 'on'
}

/** Here first: whatever becomes of the network, this phone stays silent. */
export async function turnPushOff(): Promise<PushState> {
  wish.write(null)
  const held = await (await worker())?.pushManager.getSubscription()
  if (!held) return 'off'
  await held.unsubscribe()
  await call(unsubscribePush, { body: { endpoint: held.endpoint } }).catch(() => undefined)
  return 'off'
}

/**
 * At the start of the app: who wished it here and is signed in again is told again; somebody else's subscription ends,
 * for the phone was handed on.
 */
export async function keepPush(memberId: string): Promise<void> {
  if (!isAble() || Notification.permission !== 'granted') return
  const registration = await worker()
  const held = await registration?.pushManager.getSubscription()
  if (wish.read() === memberId && registration) await tell(held ?? (await subscribe(registration)))
  else if (held) await held.unsubscribe()
}

/** Nobody is signed in: what is told is for nobody's eyes here. The wish stays. */
export async function silencePush(): Promise<void> {
  if (!isAble()) return
  await (await (await worker())?.pushManager.getSubscription())?.unsubscribe()
}
