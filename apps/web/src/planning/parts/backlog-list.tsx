import type { BacklogGroup } from '@regie/contract/planning-backlog'
import { useVirtualizer } from '@tanstack/react-virtual'
import { CircleCheck, SearchX } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useWords } from '../../lib/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { backlogLines } from '../backlog-lines.ts'
import { backlogWords } from '../backlog-words.ts'
import { type BacklogState, filterOfGroup } from '../use-backlog-view.ts'
import { planningWords } from '../words.ts'
import { BacklogCard } from './backlog-card.tsx'

const CARD_PX = 84
const HEADING_PX = 30
const SKELETONS = [0, 1, 2, 3, 4]

const usePaging = (pages: BacklogState['pages'], lastShown: number, count: number) => {
  const { hasMore, isLoadingMore, loadMore } = pages
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastShown >= count - 20) loadMore()
  }, [hasMore, isLoadingMore, count, lastShown, loadMore])
}

const Heading = ({ group, backlog }: { group: BacklogGroup; backlog: BacklogState }) => {
  const words = useWords(backlogWords)
  const { filters, change } = backlog
  const { groupBy } = filters
  if (!groupBy) return null
  const name =
    groupBy === 'due'
      ? words.due[group.key as keyof typeof words.due]
      : group.name || words.nameless[groupBy]
  const filter = group.key ? filterOfGroup[groupBy] : undefined
  const text = (
    <>
      <span dir="auto" className="min-w-0 truncate">
        {name}
      </span>
      <span className="nums font-normal text-ink-2">{group.count || ''}</span>
    </>
  )
  const look = 'flex w-full items-baseline gap-2 pt-2 text-left font-semibold text-[0.8125rem]'
  return (
    <h3>
      {filter && filters[filter] === undefined ? (
        <button
          type="button"
          title={words.only(name)}
          onClick={() => change({ [filter]: group.key })}
          className={`${look} hover:underline`}
        >
          {text}
        </button>
      ) : (
        <span className={look}>{text}</span>
      )}
    </h3>
  )
}

/** Ten thousand may wait: only those in sight are elements, the next page comes before it is reached. */
export const BacklogList = ({
  backlog,
  isFiltered,
}: {
  backlog: BacklogState
  isFiltered: boolean
}) => {
  const words = useWords(planningWords)
  const scroller = useRef<HTMLDivElement>(null)
  const { pages, groups } = backlog
  const { items } = pages
  const lines = useMemo(() => backlogLines(items, groups), [items, groups])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING_PX : CARD_PX),
    getItemKey: (index) => lines[index]?.key ?? index,
    gap: 6,
    overscan: 6,
    paddingStart: 2,
    paddingEnd: 12,
  })
  const shown = virtual.getVirtualItems()
  usePaging(pages, shown.at(-1)?.index ?? -1, lines.length)
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
          const line = lines[index]
          return line ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.kind === 'item' ? (
                <BacklogCard item={line.item} />
              ) : (
                <Heading group={line.group} backlog={backlog} />
              )}
            </li>
          ) : null
        })}
      </ul>
    </div>
  )
}
