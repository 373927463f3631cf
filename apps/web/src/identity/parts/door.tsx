import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Toasts } from '../../ui/toasts.tsx'
import { Mark } from '../../ui/wordmark.tsx'
import { doorWords } from '../words.ts'
import { DoorMenus } from './door-menus.tsx'
import { PlanDrawing } from './plan-drawing.tsx'

type Props = {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
  readonly isWide?: boolean
}

/** The pages before the house: one column to act in, and Régie's own face beside it. */
export const Door = ({ title, text, children, isWide = false }: Props) => {
  const words = useWords(doorWords)
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(22rem,5fr)_7fr]">
      <aside className="relative hidden overflow-hidden bg-nav p-10 text-nav-ink lg:flex lg:flex-col lg:justify-between">
        <PlanDrawing />
        <div className="relative flex items-center gap-3">
          <Mark className="size-9" />
          <span className="font-semibold text-xl tracking-tight">Régie</span>
        </div>
        <p className="relative max-w-xs text-balance font-medium text-2xl leading-snug tracking-tight">
          {words.tagline}
        </p>
      </aside>
      <div className="flex flex-col">
        <header className="flex items-center justify-between p-3">
          <span className="flex items-center gap-2.5 pl-1 font-semibold text-lg lg:invisible">
            <Mark />
            Régie
          </span>
          <div className="flex">
            <DoorMenus />
          </div>
        </header>
        <main className="flex flex-1 flex-col items-center px-5 pt-[6vh] pb-12 sm:pt-[12vh]">
          <div className={isWide ? 'w-full max-w-xl' : 'w-full max-w-sm'}>
            <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
            {text && <p className="mt-1.5 text-ink-2">{text}</p>}
            <div className="mt-6 flex flex-col gap-4">{children}</div>
          </div>
        </main>
      </div>
      <Toasts />
    </div>
  )
}
