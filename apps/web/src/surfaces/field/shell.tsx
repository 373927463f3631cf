import { Link, useRouter } from '@tanstack/react-router'
import { Bell, CalendarDays, CircleUserRound, type LucideIcon, Sun } from 'lucide-react'
import { useEffect } from 'react'
import { PhoneProvider, SyncBar } from '../../fieldwork/index.ts'
import { useWords } from '../../lib/language.tsx'
import { PushKeeper, UnreadMark, useUnread } from '../../notifications/index.ts'
import { PaperKeeper } from '../../reports/index.ts'
import { Button } from '../../ui/button.tsx'
import { SharingBar } from '../../whereabouts/index.ts'
import { AllowedOutlet } from '../compose-screens.tsx'
import { Gate } from '../gate.tsx'
import { LazyToasts } from '../lazy-toasts.tsx'
import { Splash } from '../splash.tsx'
import { useUpdate } from './service-worker.ts'
import { fieldWords } from './words.ts'

const tabs: readonly {
  readonly to: string
  readonly word: keyof (typeof fieldWords)['fr']['tabs']
  readonly icon: LucideIcon
}[] = [
  { to: '/', word: 'today', icon: Sun },
  { to: '/week', word: 'week', icon: CalendarDays },
  { to: '/inbox', word: 'inbox', icon: Bell },
  { to: '/me', word: 'me', icon: CircleUserRound },
]

const Tabs = () => {
  const words = useWords(fieldWords)
  const unread = useUnread() ?? 0
  return (
    <nav
      aria-label={words.mainNavigation}
      className="sticky bottom-0 z-10 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto grid max-w-xl grid-cols-4">
        {tabs.map(({ to, word, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/' }}
              className="group flex h-16 flex-col items-center justify-center gap-1 text-ink-2 text-xs aria-[current=page]:font-semibold aria-[current=page]:text-accent"
            >
              <span className="relative grid h-7 w-14 place-items-center rounded-full group-aria-[current=page]:bg-accent-soft">
                <Icon aria-hidden className="size-5.5" strokeWidth={1.9} />
                {word === 'inbox' && <UnreadMark count={unread} />}
              </span>
              {words.tabs[word]}
              {word === 'inbox' && unread > 0 && (
                <span className="sr-only">{words.unread(unread)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A new version waits until the technician says so: nothing on screen is lost, and what is unsent stays. */
const UpdateBar = () => {
  const words = useWords(fieldWords)
  const update = useUpdate()
  if (!update) return null
  return (
    <div
      role="status"
      className="flex items-center gap-3 bg-info-soft px-4 py-1.5 font-medium text-base text-info"
    >
      <span className="min-w-0 flex-1">{words.update}</span>
      <Button onPress={update}>{words.updateNow}</Button>
    </div>
  )
}

/** A tap on a notification while the app is open: it goes there by itself, and what is half typed elsewhere stays. */
const OpenFromPush = () => {
  const router = useRouter()
  useEffect(() => {
    const { serviceWorker } = navigator
    const hear = ({ data, ports }: MessageEvent) => {
      if (data?.kind !== 'open' || typeof data.url !== 'string') return
      ports[0]?.postMessage('done')
      void router.navigate({ to: data.url.slice('/field'.length) || '/' })
    }
    serviceWorker?.addEventListener('message', hear)
    return () => serviceWorker?.removeEventListener('message', hear)
  }, [router])
  return null
}

/** The technician's frame: the screen, and three tabs under the thumb. */
export const Shell = () => (
  <Gate pending={<Splash />} isKept>
    <PhoneProvider>
      <PaperKeeper />
      <PushKeeper />
      <OpenFromPush />
      <div className="flex min-h-dvh flex-col">
        <UpdateBar />
        <SyncBar />
        <SharingBar />
        <main className="mx-auto w-full max-w-xl flex-1">
          <AllowedOutlet />
        </main>
        <Tabs />
        <LazyToasts />
      </div>
    </PhoneProvider>
  </Gate>
)
