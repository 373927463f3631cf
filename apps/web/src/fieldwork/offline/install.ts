// Installing the app: browsers that ask let us choose the moment; iPhones have it in their menu.
import { useSyncExternalStore } from 'react'

type Offer = Event & { readonly prompt: () => Promise<unknown> }

let offer: Offer | null = null
const listeners = new Set<() => void>()
const tell = () => {
  for (const hear of listeners) hear()
}

/** Once, at the start of the surface: the browser offers it before any screen asks. */
export const watchInstallOffer = (): void => {
  globalThis.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer = event as Offer
    tell()
  })
  globalThis.addEventListener('appinstalled', () => {
    offer = null
    tell()
  })
}

const subscribe = (hear: () => void) => {
  listeners.add(hear)
  return () => void listeners.delete(hear)
}

export const useInstall = () => {
  const present = useSyncExternalStore(subscribe, () => offer)
  const isInstalled = globalThis.matchMedia('(display-mode: standalone)').matches
  const isIos = /iPhone|iPad/.test(navigator.userAgent)
  const install = present && (async () => void (await present.prompt()))
  return { install, isIos, isInstalled }
}
