import type { OpenEntry } from '@regie/contract/fieldwork'
import { Inbox } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useOpenEntries } from '../api.ts'
import { officeWords } from '../office-words.ts'
import { AbsenceAsked } from '../parts/absence-asked.tsx'
import { OpenWork } from '../parts/open-work.tsx'
import { Section } from '../parts/section.tsx'

/** Work that came too late to count by itself, and absences asked for: somebody decides. */
export const OpenEntries = () => {
  const words = useWords(officeWords)
  const { data, error } = useOpenEntries()
  const works = Map.groupBy(data?.items ?? [], keyOf)
  const absences = data?.absences ?? []
  return (
    <>
      <PageHeader title={words.title} description={words.text} />
      <Page>
        {error && <ProblemNote problem={error} />}
        {data && works.size + absences.length === 0 && (
          <EmptyState icon={Inbox} title={words.nothing} text={words.nothingText} />
        )}
        {[...works].map(([key, items]) => (
          <OpenWork key={key} items={items} />
        ))}
        {absences.length > 0 && (
          <Section title={words.absences}>
            {absences.map((request) => (
              <AbsenceAsked key={request.id} request={request} />
            ))}
          </Section>
        )}
      </Page>
    </>
  )
}

/** One technician's work on one work order is decided at once. */
const keyOf = ({ workOrderId, entry }: OpenEntry): string =>
  `${workOrderId} ${entry.by} ${entry.why ?? ''}`
