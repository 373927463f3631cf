import type { ImportSummary } from '@regie/contract/integrations'
import { useNavigate } from '@tanstack/react-router'
import { CircleCheck, FileUp, Hourglass } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Table } from '../../ui/table.tsx'
import { importWords } from '../words.ts'
import { TallyText } from './tally-text.tsx'

/** Files brought in, latest first; those that are not imported yet can be gone on with. */
export const ImportTable = ({ pages }: { pages: Pages<ImportSummary> }) => {
  const words = useWords(importWords)
  const clock = useClock()
  const navigate = useNavigate()
  return (
    <Table
      label={words.history}
      pages={pages}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/imports/${id}` })}
      empty={<EmptyState icon={FileUp} title={words.noHistory} text={words.noHistoryText} />}
      columns={[
        {
          id: 'file',
          header: words.file,
          isMain: true,
          cell: ({ id, fileName, kind }) => (
            <RowLink to={`/imports/${id}`} detail={words.kinds[kind]}>
              {fileName}
            </RowLink>
          ),
        },
        {
          id: 'outcome',
          header: words.outcome,
          cell: ({ state }) =>
            state === 'done' ? (
              <Badge tone="good" icon={CircleCheck}>
                {words.done}
              </Badge>
            ) : (
              <Badge tone="warn" icon={Hourglass}>
                {words.toFinish}
              </Badge>
            ),
        },
        {
          id: 'tallies',
          header: '',
          from: 'lg',
          cell: ({ result }) => result && <TallyText tallies={result.tallies} />,
        },
        {
          id: 'when',
          header: words.when,
          from: 'sm',
          cell: ({ createdAt }) => clock.dateTime(createdAt),
        },
        { id: 'by', header: words.by, from: 'md', cell: ({ createdBy }) => createdBy },
      ]}
    />
  )
}
