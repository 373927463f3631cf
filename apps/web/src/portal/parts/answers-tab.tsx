import type { ClientAnswerKind } from '@regie/contract/portal-office'
import { MessageCircleHeart } from 'lucide-react'
import { useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useAnswers } from '../api.ts'
import { AnswerList } from './answer-list.tsx'

type Props = {
  readonly filter: { readonly waits?: boolean; readonly kind?: ClientAnswerKind }
  readonly words: { readonly search: string; readonly none: string; readonly noneText: string }
}

/** Answers of one sort, a page at a time. */
export const AnswersTab = ({ filter, words }: Props) => {
  const [search, setSearch] = useState('')
  const pages = useAnswers({ ...filter, search: search || undefined })
  return (
    <Page>
      <div className="pt-4">
        <Card isFlush>
          <FilterBar>
            <SearchField label={words.search} value={search} onChange={setSearch} />
          </FilterBar>
          {pages.error ? (
            <ErrorState problem={pages.error} retry={pages.retry} />
          ) : pages.isPending ? (
            <Skeleton className="m-4 h-24" />
          ) : pages.items.length === 0 ? (
            <EmptyState icon={MessageCircleHeart} title={words.none} text={words.noneText} />
          ) : (
            <AnswerList answers={pages.items} />
          )}
          <LoadMore pages={pages} />
        </Card>
      </div>
    </Page>
  )
}
