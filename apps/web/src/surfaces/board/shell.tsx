import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { late } from '../../lib/late.ts'
import { Wordmark } from '../../ui/wordmark.tsx'
import { AllowedOutlet } from '../compose-screens.tsx'
import { Gate } from '../gate.tsx'
import { LazyToasts } from '../lazy-toasts.tsx'
import { Splash } from '../splash.tsx'
import { NavigationList } from './navigation-list.tsx'
import { TopBar } from './top-bar.tsx'
import { boardWords } from './words.ts'

const Palette = late(() => import('./palette.tsx'), 'Palette')
const NavigationDrawer = late(() => import('./navigation-drawer.tsx'), 'NavigationDrawer')

const usePaletteKey = (open: () => void) => {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        open()
      }
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [open])
}

/** What is typed before the palette stands is meant for it: the screen must not take it for its own keys. Escape gives up. */
const useHeldKeys = (isOpen: boolean, giveUp: () => void) => {
  const held = useRef('')
  useEffect(() => {
    if (!isOpen) return
    const hold = (event: KeyboardEvent) => {
      const isInside = document.activeElement?.closest('[role="dialog"]')
      if (isInside || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') giveUp()
      if (event.key.length === 1) held.current += event.key
    }
    addEventListener('keydown', hold, { capture: true })
    return () => removeEventListener('keydown', hold, { capture: true })
  }, [isOpen, giveUp])
  return held
}

const Frame = () => {
  const words = useWords(boardWords)
  const [drawer, setDrawer] = useState<'unloaded' | 'open' | 'closed'>('unloaded')
  const [palette, setPalette] = useState<'unloaded' | 'open' | 'closed'>('unloaded')
  const openPalette = useCallback(() => setPalette('open'), [])
  const closePalette = useCallback(() => setPalette('closed'), [])
  usePaletteKey(openPalette)
  const held = useHeldKeys(palette === 'open', closePalette)
  return (
    <div className="grid min-h-dvh print:block lg:grid-cols-[13.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {words.toContent}
      </a>
      <div className="sticky top-0 hidden h-dvh flex-col gap-2 overflow-y-auto bg-nav text-nav-ink lg:flex print:hidden">
        <div className="flex h-12 shrink-0 items-center px-4">
          <Wordmark />
        </div>
        <NavigationList />
      </div>
      <div className="flex min-w-0 flex-col">
        <TopBar onNavigation={() => setDrawer('open')} onSearch={openPalette} />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <AllowedOutlet />
        </main>
      </div>
      {drawer !== 'unloaded' && (
        <Suspense>
          <NavigationDrawer isOpen={drawer === 'open'} onClose={() => setDrawer('closed')} />
        </Suspense>
      )}
      {palette !== 'unloaded' && (
        <Suspense>
          <Palette isOpen={palette === 'open'} typedBefore={held} onClose={closePalette} />
        </Suspense>
      )}
      <LazyToasts />
    </div>
  )
}

/** The planner's frame: navigation left, the screen right. */
export const Shell = () => (
  <Gate pending={<Splash />}>
    <Frame />
  </Gate>
)
