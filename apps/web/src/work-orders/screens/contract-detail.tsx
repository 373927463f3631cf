import type { Contract } from '@regie/contract/contracts'
import { recurrenceText } from '@regie/contract/recurrence-sentence'
import type { Series } from '@regie/contract/series'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus, Repeat } from 'lucide-react'
import { useSites } from '../../clients/index.ts'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { listText } from '../../lib/words.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ContractActions } from '../parts/contract-actions.tsx'
import { ContractState } from '../parts/contract-state.tsx'
import { useContract, useSeriesOf } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'

export const ContractDetail = () => {
  const contractId = useParam('contractId')
  return (
    <Loaded read={useContract(contractId)}>{(contract) => <Sheet contract={contract} />}</Loaded>
  )
}

const Sheet = ({ contract }: { contract: Contract }) => {
  const words = useWords(seriesWords)
  const mayWrite = useCan()('work-orders.write')
  return (
    <>
      <PageHeader
        title={contract.name}
        path={[{ label: words.contracts, to: '/contracts' }]}
        aside={<ContractState {...contract} />}
        description={contract.reference}
        actions={mayWrite && <ContractActions contract={contract} />}
      />
      <Page>
        <Notes contract={contract} />
        <Facts contract={contract} />
        <SeriesCard contract={contract} mayWrite={mayWrite && contract.state !== 'ended'} />
      </Page>
    </>
  )
}

const Notes = ({ contract }: { contract: Contract }) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const { renewal, renewsOn, pausedFrom, pausedUntil, state, endsOn, endReason } = contract
  const date = (value: string) => clock.date(value, 'long')
  return (
    <>
      {state === 'ended' && endsOn && (
        <Note title={words.endedNote(date(endsOn))}>{endReason}</Note>
      )}
      {state !== 'ended' && pausedFrom && (
        <Note
          tone="warn"
          title={words.pausedNote(date(pausedFrom), pausedUntil && date(pausedUntil))}
        >
          {words.pausedText}
        </Note>
      )}
      {renewsOn && (renewal === 'soon' || renewal === 'overdue') && (
        <Note
          tone="warn"
          title={
            renewal === 'soon'
              ? words.renewalNote(date(renewsOn))
              : words.renewalOverdue(date(renewsOn))
          }
        >
          {words.renewalHelp}
        </Note>
      )}
    </>
  )
}

const Facts = ({ contract }: { contract: Contract }) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const { language } = useLanguage()
  const { clientId, siteIds, startsOn, endsOn, renewsOn, nextVisitOn, openVisits } = contract
  const sites = useSites({ clientId, limit: 200 }, siteIds.length > 0)
  const named = sites.items.filter(({ id }) => siteIds.includes(id)).map(({ name }) => name)
  const date = (value: string | null) => value && clock.date(value, 'short')
  return (
    <Card title={words.details}>
      <KeyValues
        items={[
          {
            label: words.client,
            value: (
              <Link to={`/clients/${clientId}`} className="text-accent hover:underline">
                {contract.clientName}
              </Link>
            ),
          },
          {
            label: words.sites,
            value: siteIds.length === 0 ? words.allSites : listText(language, named),
          },
          { label: words.dates, value: `${date(startsOn)} – ${date(endsOn) ?? words.noEnd}` },
          { label: words.renewsOn, value: date(renewsOn) },
          { label: words.nextVisit, value: nextVisitOn && clock.date(nextVisitOn, 'long') },
          { label: words.openVisits, value: words.visitCount(openVisits) },
          {
            label: words.notes,
            value: contract.notes && <p className="whitespace-pre-wrap">{contract.notes}</p>,
          },
        ]}
      />
    </Card>
  )
}

const SeriesCard = ({ contract, mayWrite }: { contract: Contract; mayWrite: boolean }) => {
  const words = useWords(seriesWords)
  const navigate = useNavigate()
  const { data } = useSeriesOf(contract.id)
  return (
    <Card
      title={words.series}
      isFlush
      actions={
        mayWrite && (
          <Link
            to={`/contracts/${contract.id}/series/new`}
            className={buttonClass({ size: 'small' })}
          >
            <Plus aria-hidden className="size-4" />
            {words.newSeries}
          </Link>
        )
      }
    >
      <Table
        label={words.series}
        rows={data?.items ?? []}
        columns={useColumns()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/series/${id}` })}
        empty={<EmptyState icon={Repeat} title={words.noSeries} text={words.noSeriesText} />}
      />
    </Card>
  )
}

const useColumns = (): Column<Series>[] => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const { language } = useLanguage()
  return [
    {
      id: 'title',
      header: words.series,
      width: '18rem',
      isMain: true,
      cell: ({ id, work, siteName, siteCity }) => (
        <RowLink to={`/series/${id}`} detail={[siteName, siteCity].filter(Boolean).join(' · ')}>
          {work.title}
        </RowLink>
      ),
    },
    {
      id: 'when',
      header: words.when,
      from: 'lg',
      // The title takes what is left: without a width of its own the rule would be one word a line.
      cell: ({ rule }) => (
        <span className="block min-w-72 py-1 text-ink-2">{recurrenceText(language, rule)}</span>
      ),
    },
    {
      id: 'next',
      header: words.nextVisit,
      width: '9rem',
      align: 'end',
      cell: ({ nextVisitOn }) => (nextVisitOn ? clock.date(nextVisitOn) : '—'),
    },
  ]
}
