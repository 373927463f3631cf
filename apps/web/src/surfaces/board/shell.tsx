import { Link } from '@tanstack/react-router'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'
import { AllowedOutlet } from '../compose-screens.tsx'
import { Gate } from '../gate.tsx'
import { surfaceWords } from '../words.ts'
import { navigation } from './navigation.ts'
import { boardWords } from './words.ts'

const Navigation = () => {
  const words = useWords(boardWords)
  const can = useCan()
  return (
    <nav aria-label={words.mainNavigation} className="flex flex-col gap-4 px-2">
      {navigation.map((group) => (
        <ul key={group[0]?.to} className="flex flex-col gap-0.5">
          {group
            .filter(({ permission }) => permission === null || can(permission))
            .map(({ to, word, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  className="flex h-8 items-center gap-2.5 rounded-control px-2.5 text-nav-ink-2 hover:bg-nav-hover hover:text-nav-ink aria-[current=page]:bg-nav-active aria-[current=page]:font-medium aria-[current=page]:text-nav-ink"
                >
                  <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
                  {words.navigation[word]}
                </Link>
              </li>
            ))}
        </ul>
      ))}
    </nav>
  )
}

const Pending = () => {
  const words = useWords(surfaceWords)
  return <p className="p-8 text-ink-2">{words.loading}</p>
}

/** The planner's frame: navigation left, the screen right. */
export const Shell = () => (
  <Gate pending={<Pending />}>
    <div className="grid min-h-dvh grid-cols-[14rem_1fr]">
      <aside className="flex flex-col gap-5 bg-nav py-4 text-nav-ink">
        <div className="px-4">
          <Wordmark />
        </div>
        <Navigation />
      </aside>
      <main id="content" className="min-w-0">
        <AllowedOutlet />
      </main>
    </div>
  </Gate>
)
