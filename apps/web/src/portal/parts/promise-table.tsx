import type { PromiseGiven } from '@regie/contract/portal-office'
import { Link } from '@tanstack/react-router'
import { Handshake } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { durationText } from '../../lib/duration.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { notificationWords } from '../../notifications/index.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { portalWords } from '../words.ts'

const tones = {
  open: 'info',
  kept: 'good',
  late: 'bad',
  withdrawn: 'warn',
  released: 'neutral',
} as const

type Props = {
  readonly pages?: Pages<PromiseGiven>
  readonly rows?: readonly PromiseGiven[]
  /** On the page of one visit its name says nothing new. */
  readonly isOfOneVisit?: boolean
}

/** Windows given, by what, and what became of them. */
export const PromiseTable = ({ pages, rows, isOfOneVisit = false }: Props) => {
  const words = useWords(portalWords)
  const columns = useColumns(isOfOneVisit)
  return (
    <Table
      label={words.promises}
      columns={columns}
      {...(pages ? { pages } : { rows: rows ?? [] })}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={Handshake} title={words.noPromises} text={words.noPromisesText} />}
    />
  )
}

function useColumns(isOfOneVisit: boolean): readonly Column<PromiseGiven>[] {
  const words = useWords(portalWords)
  const sent = useWords(notificationWords)
  const clock = useClock()
  const { language } = useLanguage()
  const who: Column<PromiseGiven> = {
    id: 'who',
    header: words.who,
    isMain: true,
    cell: ({ clientName, siteName, workOrderId }) => (
      <Link
        to={`/clients-word/visits/${workOrderId}`}
        className="block w-0 min-w-full truncate font-medium hover:underline"
      >
        {clientName} <span className="font-normal text-ink-2">{siteName}</span>
      </Link>
    ),
  }
  return [
    {
      id: 'promised',
      header: words.promised,
      cell: ({ from, until }) => (
        <span className="nums whitespace-nowrap">
          {clock.dateAt(from)} {clock.range(from, until)}
        </span>
      ),
    },
    ...(isOfOneVisit ? [] : [who]),
    {
      id: 'given',
      header: words.given,
      from: 'lg',
      width: '22rem',
      cell: ({ givenAt, by, isFirst }) => (
        <span className="block min-w-64 text-ink-2">
          <span className="nums">{clock.dateTime(givenAt)}</span>
          {' · '}
          {by === 'page' ? words.by.page : sent.kinds[by]}
          {isFirst && ` · ${words.first}`}
        </span>
      ),
    },
    {
      id: 'state',
      header: words.state,
      width: '16rem',
      cell: ({ state, bySeconds, confirmedAt }) => (
        <span className="flex flex-wrap items-center gap-1.5">
          <Badge tone={tones[state]}>{words.states[state]}</Badge>
          {bySeconds !== null && bySeconds !== 0 && (
            <span className="nums text-ink-2 text-xs">
              {words.byHowMuch(durationText(language, Math.round(Math.abs(bySeconds) / 60)))}
            </span>
          )}
          {confirmedAt && <Badge tone="good">{words.kinds.confirmed}</Badge>}
        </span>
      ),
    },
  ]
}
