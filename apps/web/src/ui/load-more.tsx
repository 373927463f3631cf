import { useEffect, useEffectEvent, useRef } from 'react'
import { useWords } from '../lib/language.tsx'
import type { Pages } from '../lib/server-state.tsx'
import { Button } from './button.tsx'
import { tableWords } from './words.ts'

/** Loads the next page when it comes into sight; a button, so that the keyboard and a failed load have their way. */
export const LoadMore = <T,>({ pages }: { pages: Pages<T> }) => {
  const words = useWords(tableWords)
  const here = useRef<HTMLSpanElement>(null)
  const near = useEffectEvent(() => {
    if (pages.hasMore && !pages.isLoadingMore && !pages.error) pages.loadMore()
  })
  const { hasMore } = pages
  const shown = pages.items.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a page has come in, look again
  useEffect(() => {
    if (!here.current || !hasMore) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), {
      rootMargin: '400px',
    })
    watch.observe(here.current)
    return () => watch.disconnect()
  }, [hasMore, shown])
  if (!hasMore) return null
  return (
    <span ref={here}>
      <Button tone="quiet" size="small" isPending={pages.isLoadingMore} onPress={pages.loadMore}>
        {words.loadMore}
      </Button>
    </span>
  )
}
