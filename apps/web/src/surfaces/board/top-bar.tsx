import { Menu as MenuIcon, Search } from 'lucide-react'
import { Suspense } from 'react'
import { Button } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { late } from '../../lib/late.ts'
import { OrganizationName } from './organization-name.tsx'
import { boardWords } from './words.ts'

const BarEnd = late(() => import('./bar-end.tsx'), 'BarEnd')
const OrganizationMenu = late(() => import('./organization-menu.tsx'), 'OrganizationMenu')

type Props = { readonly onNavigation: () => void; readonly onSearch: () => void }

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

export const TopBar = ({ onNavigation, onSearch }: Props) => {
  const words = useWords(boardWords)
  return (
    <header className="print:hidden sticky top-0 z-20 flex h-12 items-center gap-1 border-line border-b bg-surface px-2 lg:px-4">
      <Button
        aria-label={words.openNavigation}
        onPress={onNavigation}
        className="grid size-9 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-sunken lg:hidden"
      >
        <MenuIcon aria-hidden className="size-5" />
      </Button>
      <div className="flex min-w-0 flex-1 items-center">
        <Suspense fallback={<OrganizationName />}>
          <OrganizationMenu />
        </Suspense>
      </div>
      <Button
        onPress={onSearch}
        className="mx-1 flex min-h-8 shrink-0 cursor-default items-center gap-2 rounded-control border border-line-strong/50 bg-canvas px-2 text-ink-2 hover:border-line-strong sm:min-w-52"
      >
        <Search aria-hidden className="size-4" />
        <span className="hidden flex-1 text-left sm:block">{words.search}</span>
        <span className="sr-only sm:hidden">{words.search}</span>
        <kbd className="hidden rounded border border-line bg-surface px-1.5 font-sans text-ink-3 text-xs sm:block">
          {isMac ? '⌘ K' : 'Ctrl K'}
        </kbd>
      </Button>
      <Suspense fallback={<span className="h-8 w-40" />}>
        <BarEnd />
      </Suspense>
    </header>
  )
}
