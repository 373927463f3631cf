import { localDate } from '@regie/contract/kernel'
import { History } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useAuditEntries } from '../api.ts'
import { AuditList } from '../parts/audit-list.tsx'
import { MemberField } from '../parts/member-field.tsx'
import { auditWords } from '../settings-words.ts'

const filterSchema = z.object({
  memberId: z.string().optional(),
  from: localDate.optional(),
  until: localDate.optional(),
})

export const Audit = () => {
  const words = useWords(auditWords)
  const clock = useClock()
  const [filters, setFilters] = useAddressState(filterSchema)
  const { memberId, from, until } = filters
  const pages = useAuditEntries({
    memberId,
    from: from && clock.dayBounds(from).from,
    until: until && clock.dayBounds(until).until,
  })
  const isFiltered = Boolean(memberId || from || until)
  return (
    <>
      <PageHeader title={words.title} description={words.text} />
      <Page>
        <Card isFlush>
          <FilterBar>
            <MemberField
              label={words.member}
              placeholder={words.anybody}
              value={memberId ?? null}
              onChange={(id) => setFilters({ memberId: id ?? undefined })}
            />
            <DateField
              label={words.from}
              isLabelHidden
              isOptional
              className="w-36"
              value={from ?? null}
              onChange={(date) => setFilters({ from: date ?? undefined })}
            />
            <span aria-hidden className="text-ink-3">
              –
            </span>
            <DateField
              label={words.until}
              isLabelHidden
              isOptional
              className="w-36"
              min={from}
              value={until ?? null}
              onChange={(date) => setFilters({ until: date ?? undefined })}
            />
            {isFiltered && (
              <Button
                tone="quiet"
                onPress={() =>
                  setFilters({ memberId: undefined, from: undefined, until: undefined })
                }
              >
                {words.clear}
              </Button>
            )}
          </FilterBar>
          <AuditList
            pages={pages}
            empty={<EmptyState icon={History} title={words.none} text={words.noneText} />}
          />
        </Card>
      </Page>
    </>
  )
}
