import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { tableWords } from '../table-words.ts'

type Props = {
  readonly page: number
  readonly count: number
  /** Names of the first and the last row of the page. */
  readonly names: readonly [string, string]
  readonly onPage: (page: number) => void
}

/** Which part of the table is shown, and the way to the others. */
export const TablePager = ({ page, count, names, onPage }: Props) => {
  const words = useWords(tableWords)
  return (
    <nav
      aria-label={words.pages}
      className="flex shrink-0 items-center gap-2 border-line border-t bg-surface px-3 py-1 print:hidden"
    >
      <IconButton
        icon={ChevronLeft}
        label={words.before}
        isDisabled={page === 0}
        onPress={() => onPage(page - 1)}
      />
      <p role="status" className="min-w-0 flex-1 truncate text-center text-ink-2 text-xs">
        <span className="nums font-medium text-ink">{words.page(page + 1, count)}</span>
        {' · '}
        <bdi>{names[0]}</bdi> – <bdi>{names[1]}</bdi>
      </p>
      <IconButton
        icon={ChevronRight}
        label={words.after}
        isDisabled={page === count - 1}
        onPress={() => onPage(page + 1)}
      />
    </nav>
  )
}
