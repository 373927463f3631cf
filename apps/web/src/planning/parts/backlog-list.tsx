import type { BacklogItem } from '@regie/contract/planning-backlog'
import { useVirtualizer } from '@tanstack/react-virtual'
import { CircleCheck, SearchX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { planningWords } from '../words.ts'
import { BacklogCard } from './backlog-card.tsx'

const CARD_PX = 84
const SKELETONS = [0, 1, 2, 3, 4]

const usePaging = (pages: Pages<BacklogItem>, lastShown: number) => {
  const { hasMore, isLoadingMore, loadMore, items } = pages
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastShown >= items.length - 20) loadMore()
  }, [hasMore, isLoadingMore, items.length, lastShown, loadMore])
}

/** Ten thousand may wait: only those in sight are elements, the next page comes before it is reached. */
export const BacklogList = ({
  pages,
  isFiltered,
}: {
  pages: Pages<BacklogItem>
  isFiltered: boolean
}) => {
  const words = useWords(planningWords)
  const scroller = useRef<HTMLDivElement>(null)
  const { items } = pages
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PX,
    getItemKey: (index) => items[index]?.workOrderId ?? index,
    gap: 6,
    overscan: 6,
    paddingStart: 2,
    paddingEnd: 12,
  })
  const shown = virtual.getVirtualItems()
  usePaging(pages, shown.at(-1)?.index ?? -1)
  if (pages.error && items.length === 0) {
    return <ErrorState problem={pages.error} retry={pages.retry} />
  }
  if (pages.isPending) {
    return (
      <div className="flex flex-col gap-1.5 px-3">
        {SKELETONS.map((key) => (
          <Skeleton key={key} className="h-20 w-full" />
        ))}
      </div>
    )
  }
  if (items.length === 0) {
    return isFiltered ? (
      <EmptyState icon={SearchX} title={words.backlog.none} text={words.backlog.noneText} />
    ) : (
      <EmptyState icon={CircleCheck} title={words.backlog.empty} text={words.backlog.emptyText} />
    )
  }
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-3">
      <ul className="relative m-0 list-none p-0" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const item = items[index]
          return item ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              <BacklogCard item={item} />
            </li>
          ) : null
        })}
      </ul>
    </div>
  )
}
