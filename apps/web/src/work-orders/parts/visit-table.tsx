import type { Visit } from '@regie/contract/series'
import { useNavigate } from '@tanstack/react-router'
import { CalendarX, Ellipsis, MoveRight, PencilLine, RotateCcw, SkipForward } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { showProblem } from '../../ui/toast-queue.ts'
import { useRestoreVisit } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'
import { StatusBadge } from './status-badge.tsx'
import { MoveDialog, SkipDialog } from './visit-dialogs.tsx'

type Props = { readonly visits: readonly Visit[]; readonly seasons: readonly string[] }
type Asked = { readonly what: 'skip' | 'move'; readonly visit: Visit }

/** The visits of a series, with what may be done to each. */
export const VisitTable = ({ visits, seasons }: Props) => {
  const words = useWords(seriesWords)
  const mayWrite = useCan()('work-orders.write')
  const [asked, setAsked] = useState<Asked | null>(null)
  const columns = useColumns(seasons)
  const menu: Column<Visit> = {
    id: 'menu',
    header: words.more,
    isHeaderHidden: true,
    width: '3.5rem',
    align: 'end',
    cell: (visit) => <VisitMenu visit={visit} onAsk={(what) => setAsked({ what, visit })} />,
  }
  return (
    <>
      <Table
        label={words.visits}
        rows={visits}
        columns={mayWrite ? [...columns, menu] : columns}
        rowKey={({ occursOn }) => occursOn}
        empty={<EmptyState icon={CalendarX} title={words.noNext} text="" />}
      />
      {asked?.what === 'skip' && <SkipDialog {...asked} onClose={() => setAsked(null)} />}
      {asked?.what === 'move' && <MoveDialog {...asked} onClose={() => setAsked(null)} />}
    </>
  )
}

const open = [null, 'requested', 'qualified', 'planned']

const VisitMenu = ({ visit, onAsk }: { visit: Visit; onAsk: (what: Asked['what']) => void }) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const navigate = useNavigate()
  const { actAsync: restore } = useRestoreVisit()
  const { seriesId, occursOn, exception, status } = visit
  const isSkipped = exception === 'skipped'
  if (!isSkipped && !open.includes(status)) return null
  const label = `${words.more} : ${clock.date(visit.on, 'long')}`
  return (
    <Menu label={label} trigger={<IconButton icon={Ellipsis} label={label} size="small" />}>
      {!isSkipped && (
        <>
          <MenuItem icon={MoveRight} onAction={() => onAsk('move')}>
            {words.move}
          </MenuItem>
          <MenuItem icon={SkipForward} onAction={() => onAsk('skip')}>
            {words.skip}
          </MenuItem>
          <MenuItem
            icon={PencilLine}
            onAction={() =>
              void navigate({ to: `/series/${seriesId}/edit`, search: { from: occursOn } as never })
            }
          >
            {words.scopes.following}
          </MenuItem>
        </>
      )}
      {exception && (
        <MenuItem
          icon={RotateCcw}
          onAction={() =>
            void restore({ params: { seriesId, occursOn }, body: {} }).catch(showProblem)
          }
        >
          {words.restore}
        </MenuItem>
      )}
    </Menu>
  )
}

const useColumns = (seasons: readonly string[]): Column<Visit>[] => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const when = (visit: Visit) => {
    const date = clock.date(visit.on, 'long')
    const hours = visit.time ? `${visit.time.start} – ${visit.time.end}` : ''
    const instead =
      visit.on === visit.occursOn ? '' : words.movedFrom(clock.date(visit.occursOn, 'medium'))
    const detail = [hours, seasons[visit.season], instead].filter(Boolean).join(' · ')
    if (!visit.workOrderId || visit.exception === 'skipped')
      return (
        <span className={visit.exception === 'skipped' ? 'text-ink-3 line-through' : ''}>
          {date}
          {detail && <span className="block text-ink-3 text-sm">{detail}</span>}
        </span>
      )
    return (
      <RowLink to={`/work-orders/${visit.workOrderId}`} detail={detail}>
        {date}
      </RowLink>
    )
  }
  return [
    { id: 'date', header: words.date, isMain: true, cell: when },
    {
      id: 'reference',
      header: words.reference,
      from: 'md',
      width: '14rem',
      cell: ({ reference }) => (
        <span className="nums whitespace-nowrap text-ink-2">{reference ?? ''}</span>
      ),
    },
    {
      id: 'state',
      header: words.state,
      width: '12rem',
      cell: ({ status, exception }) => (
        <span className="flex flex-wrap gap-1">
          {exception && (
            <Badge tone={exception === 'skipped' ? 'neutral' : 'violet'}>
              {words.exceptions[exception]}
            </Badge>
          )}
          {exception !== 'skipped' &&
            (status ? (
              <StatusBadge status={status} />
            ) : (
              <span className="whitespace-nowrap text-ink-3">{words.ahead}</span>
            ))}
        </span>
      ),
    },
  ]
}
