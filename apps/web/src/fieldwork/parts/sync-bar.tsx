import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { ChevronRight, CloudOff, CloudUpload, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useLiveState } from '../../lib/live.tsx'
import { usePhoneStore, useSyncState } from '../offline/phone.tsx'
import { offlineWords } from '../offline-words.ts'

/** What is sent at once is no news: a bar that came and went would push away what the thumb is on. */
const QUIET_MS = 2_000

/** True once it has been so for a while. */
const useLasts = (isSo: boolean): boolean => {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isSo) return undefined
    const timer = setTimeout(() => setLasts(true), QUIET_MS)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isSo])
  return lasts
}

/** Over every screen, when there is something to say: no network, what waits, what needs a hand. */
export const SyncBar = () => {
  const words = useWords(offlineWords)
  const { held } = usePhoneStore()
  const { last, isBusy } = useSyncState()
  const live = useLiveState()
  const commands = held?.commands ?? []
  const photos = held?.photos ?? []
  const refused = [...commands, ...photos].filter(({ state }) => state === 'refused').length
  const aside = commands.filter((one) => one.state === 'delivered' && one.aside !== null).length
  const unsent = [...commands, ...photos].filter(({ state }) => state === 'waiting').length
  const isOffline = last === 'later' || live === 'lost'
  const isFull = last === 'full'
  const needsHand = refused + aside > 0 || isFull
  const waits = useLasts(unsent > 0)
  if (!isOffline && !waits && !needsHand) return null
  const Icon = needsHand ? TriangleAlert : isOffline ? CloudOff : CloudUpload
  const texts = [
    isFull && words.fullBar,
    refused > 0 && words.refused(refused),
    aside > 0 && words.asideCount(aside),
    isOffline ? words.offline : isBusy && unsent > 0 && words.sending,
    unsent > 0 && words.unsent(unsent),
  ]
  const isBad = refused > 0 || isFull
  return (
    <div ref={tellHeight} role="status" className="sticky top-0 z-20">
      <Link
        to="/queue"
        className={clsx(
          'flex min-h-12 items-center gap-2.5 px-4 py-2 font-medium text-base',
          isBad ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn',
        )}
      >
        <Icon aria-hidden className="size-5 shrink-0" />
        <span className="min-w-0 flex-1">{texts.filter(Boolean).join(' · ')}</span>
        <ChevronRight aria-hidden className="size-5 shrink-0" />
      </Link>
    </div>
  )
}

/** What sticks to the top of a screen sticks below this bar: `top-(--sync-bar,0px)`. */
const tellHeight = (bar: HTMLElement | null) => {
  if (!bar) return
  const { style } = document.documentElement
  const watch = new ResizeObserver(() =>
    style.setProperty('--sync-bar', `${Math.floor(bar.offsetHeight)}px`),
  )
  watch.observe(bar)
  return () => {
    watch.disconnect()
    style.removeProperty('--sync-bar')
  }
}
