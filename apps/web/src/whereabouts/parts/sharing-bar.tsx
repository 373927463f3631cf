import { type ComponentType, useEffect, useState } from 'react'
import { type PhoneStop, useStops } from '../../fieldwork/index.ts'

type Bar = ComponentType<{ stop: PhoneStop }>

const AGAIN_MS = 30_000

/** Comes when somebody is on the way, and is tried again where the network was cut: a start does not pay for it. */
const useLateBar = (isWanted: boolean): Bar | null => {
  const [bar, setBar] = useState<Bar | null>(null)
  useEffect(() => {
    if (!isWanted || bar) return undefined
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const load = () =>
      import('./way-bar.tsx').then(
        ({ WayBar }) => {
          if (!isOver) setBar(() => WayBar)
        },
        () => {
          if (!isOver) timer = setTimeout(load, AGAIN_MS)
        },
      )
    void load()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isWanted, bar])
  return bar
}

/** Over every screen while the client may see where the phone is. */
export const SharingBar = () => {
  const { stops } = useStops()
  const way = stops?.find(({ state, goneAt }) => state === 'en_route' && goneAt === null)
  const Bar = useLateBar(way !== undefined)
  return way && Bar ? <Bar key={way.id} stop={way} /> : null
}
