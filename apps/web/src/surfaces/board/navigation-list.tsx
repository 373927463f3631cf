import { Link } from '@tanstack/react-router'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { navigation } from './navigation.ts'
import { boardWords } from './words.ts'

/** Such an entry is not where one is when one is at one of those within it. */
const holdsOthers = (to: string): boolean =>
  navigation.flat().some((other) => other.to.startsWith(`${to}/`))

/** The entries the member may use; `onGo` closes the drawer on small screens. */
export const NavigationList = ({ onGo }: { onGo?: () => void }) => {
  const words = useWords(boardWords)
  const can = useCan()
  const groups = navigation
    .map((group) => group.filter(({ permission }) => permission === null || can(permission)))
    .filter((group) => group.length > 0)
  return (
    <nav aria-label={words.mainNavigation} className="flex flex-col gap-1">
      {groups.map((group) => (
        <ul
          key={group[0]?.to}
          className="flex flex-col gap-0.5 border-nav-hover border-t px-2 py-2 first:border-t-0"
        >
          {group.map(({ to, word, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                onClick={onGo}
                activeOptions={{ exact: holdsOthers(to), includeSearch: false }}
                className="relative flex min-h-8.5 items-center gap-3 rounded-control px-2.5 text-nav-ink-2 -outline-offset-2 transition-colors hover:bg-nav-hover hover:text-nav-ink aria-[current=page]:bg-nav-active aria-[current=page]:font-medium aria-[current=page]:text-nav-ink"
              >
                <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
                {words.navigation[word]}
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}
