// Parts of a page that are fetched once they are needed. A cut network keeps them waiting; it never takes the page away.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

/** Over after `milliseconds`, or as soon as the browser is online again. */
const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    const over = () => {
      clearTimeout(timer)
      removeEventListener('online', over)
      resolve()
    }
    const timer = setTimeout(over, milliseconds)
    addEventListener('online', over)
  })

const untilThere = async <M>(load: () => Promise<M>): Promise<M> => {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await load()
    } catch {
      await pause(wait)
    }
  }
}

/** `late(() => import('./palette.tsx'), 'Palette')`: a lazy component; wrap it in `Suspense`. */
// biome-ignore lint/suspicious/noExplicitAny: any props, as React's own lazy takes them.
export const late = <K extends string, C extends ComponentType<any>>(
  load: () => Promise<Record<K, C>>,
  exported: K,
): LazyExoticComponent<C> => lazy(async () => ({ default: (await untilThere(load))[exported] }))
