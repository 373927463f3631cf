// An office browser's subscription to what the server pushes, by a worker for this only. The phone has its own: phone/push.ts.
const WORKER = '/push-worker.js'

export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const registrationHere = async (): Promise<ServiceWorkerRegistration | undefined> =>
  await navigator.serviceWorker.getRegistration('/')

/** Whether this browser is told. */
export const pushSubscription = async (): Promise<PushSubscription | null> =>
  canPush() ? ((await (await registrationHere())?.pushManager.getSubscription()) ?? null) : null

/** Asks for leave and subscribes; null when the person says no. */
export const subscribeHere = async (publicKey: string): Promise<PushSubscription | null> => {
  if ((await Notification.requestPermission()) !== 'granted') return null
  await navigator.serviceWorker.register(WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
}
