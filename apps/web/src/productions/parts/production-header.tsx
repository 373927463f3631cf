import type { Production } from '@regie/contract/productions'
import { Link } from '@tanstack/react-router'
import {
  ChartGantt,
  Grid3x3,
  ListChecks,
  type LucideIcon,
  MapPinned,
  ScrollText,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { productionWords } from '../words.ts'

/** The pages of a production, in the order in which a show is made. */
const pages = [
  { path: 'production', word: 'coverage', icon: Grid3x3 },
  { path: 'timeline', word: 'timeline', icon: ChartGantt },
  { path: 'stage-plan', word: 'stagePlan', icon: MapPinned },
  { path: 'review', word: 'review', icon: ListChecks },
  { path: 'call-sheets', word: 'callSheets', icon: ScrollText },
] as const satisfies readonly {
  readonly path: string
  readonly word: keyof (typeof productionWords)['fr']
  readonly icon: LucideIcon
}[]

/** So much of the next page shows that there is one. */
const BESIDE_PIXELS = 48

/** On a narrow screen the page in force may stand beyond the edge. */
const intoSight = (tab: HTMLAnchorElement | null) => {
  const list = tab?.closest('nav')
  if (!tab || !list || tab.getAttribute('aria-current') !== 'page') return
  const end = tab.offsetLeft + tab.offsetWidth
  if (end > list.clientWidth) list.scrollLeft = end - list.clientWidth + BESIDE_PIXELS
}

/** The head that all pages of a production share. */
export const ProductionHeader = (props: {
  readonly project: Pick<Production['project'], 'id' | 'code' | 'name'>
  /** Buttons of the page, the primary one last. */
  readonly actions?: ReactNode
}) => {
  const words = useWords(productionWords)
  const { id, code, name } = props.project
  return (
    <div className="print:hidden">
      <PageHeader
        title={name}
        path={[
          { label: words.projects, to: '/projects' },
          { label: code, to: `/projects/${id}` },
        ]}
        aside={<Badge tone="accent">{words.production}</Badge>}
        actions={props.actions}
      />
      <nav
        aria-label={words.pages}
        className="relative mb-4 overflow-x-auto border-line border-b px-(--pad) lg:px-6"
      >
        <ul className="flex gap-1">
          {pages.map(({ path, word, icon: Icon }) => (
            <li key={path}>
              <Link
                ref={intoSight}
                to={`/projects/${id}/${path}`}
                activeOptions={{ includeSearch: false }}
                className="flex min-h-10 items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-2.5 text-ink-2 outline-offset-[-2px] hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                <Icon aria-hidden className="size-4" />
                {words[word]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
