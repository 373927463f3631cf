import type { CampaignDetail } from '@regie/contract/planning-campaigns'
import type { Move } from '@regie/contract/planning-runs'
import { CalendarCheck } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useApplyCampaign, useUndoCampaign } from '../api-campaigns.ts'
import { campaignWords } from '../campaign-words.ts'

type Props = { readonly campaign: CampaignDetail }

/** What the engine proposes, line by line; then one press to do it, and one to undo it. */
export const CampaignPreview = ({ campaign }: Props) => {
  const words = useWords(campaignWords)
  const { run, state } = campaign
  const isWorking = run !== null && (run.state === 'queued' || run.state === 'running')
  return (
    <>
      <Notes campaign={campaign} />
      {isWorking && state === 'preview' ? (
        <Card title={words.working}>
          <ProgressBar label={words.working} value={run.progress?.fraction ?? 0} />
        </Card>
      ) : (
        <Moves campaign={campaign} />
      )}
      <Deeds campaign={campaign} isWorking={isWorking} />
    </>
  )
}

const Notes = ({ campaign }: Props) => {
  const words = useWords(campaignWords)
  const { state, run, visits, staying, series, preferredToId } = campaign
  const unplaced = run?.proposal?.unassigned.length ?? 0
  return (
    <>
      {state === 'applied' && (
        <Note tone="good" title={words.applied}>
          {words.appliedText}
        </Note>
      )}
      {state === 'undone' && <Note title={words.undone} />}
      {run?.state === 'failed' && (
        <Note tone="bad" title={words.failed}>
          {run.failure}
        </Note>
      )}
      {visits === 0 && <Note title={words.nothing} />}
      {unplaced > 0 && (
        <Note tone="warn" title={words.unplaced(unplaced)}>
          {words.unplacedText}
        </Note>
      )}
      {staying > 0 && <Note title={words.staying(staying)} />}
      {preferredToId && series > 0 && <Note title={words.series(series)} />}
    </>
  )
}

const Moves = ({ campaign }: Props) => {
  const words = useWords(campaignWords)
  const moves = campaign.run?.proposal?.moves ?? []
  const columns = useColumns()
  return (
    <Card title={words.moves(moves.length)} isFlush>
      <Table
        label={words.moves(moves.length)}
        rows={moves}
        columns={columns}
        rowKey={({ positionId }) => positionId}
        empty={<EmptyState icon={CalendarCheck} title={words.moves(0)} text="" />}
      />
    </Card>
  )
}

const useColumns = (): Column<Move>[] => {
  const words = useWords(campaignWords)
  const clock = useClock()
  const place = (one: Move['from']) =>
    one ? (
      <span>
        {one.technicianName}
        <span className="nums block text-ink-2 text-sm">
          {clock.dateAt(one.startsAt)}, {clock.range(one.startsAt, one.endsAt)}
        </span>
      </span>
    ) : (
      <span className="text-ink-3">{words.nobody}</span>
    )
  return [
    {
      id: 'visit',
      header: words.visit,
      isMain: true,
      cell: ({ title, siteName }) => (
        <span>
          {title}
          <span className="block text-ink-2 text-sm">{siteName}</span>
        </span>
      ),
    },
    { id: 'now', header: words.now, from: 'sm', width: '14rem', cell: ({ from }) => place(from) },
    { id: 'then', header: words.proposed, width: '14rem', cell: ({ to }) => place(to) },
  ]
}

const Deeds = ({ campaign, isWorking }: Props & { isWorking: boolean }) => {
  const words = useWords(campaignWords)
  const apply = useApplyCampaign()
  const undo = useUndoCampaign()
  const { id, state } = campaign
  const params = { campaignId: id }
  const problem = apply.error ?? undo.error
  return (
    <div className="flex flex-col gap-3">
      {problem && <ProblemNote problem={problem} />}
      <div className="flex flex-wrap gap-2">
        {state === 'preview' && (
          <Button
            tone="primary"
            isDisabled={isWorking}
            isPending={apply.isPending}
            onPress={() => apply.act({ params, body: {} })}
          >
            {words.apply}
          </Button>
        )}
        {state !== 'undone' && (
          <Button isPending={undo.isPending} onPress={() => undo.act({ params, body: {} })}>
            {state === 'applied' ? words.undo : words.discard}
          </Button>
        )}
      </div>
    </div>
  )
}
