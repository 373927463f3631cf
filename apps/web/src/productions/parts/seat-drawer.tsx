import { reasonSentence } from '@regie/contract/planning-reasons'
import type { SeatCandidate } from '@regie/contract/production-candidates'
import { Link } from '@tanstack/react-router'
import { CalendarRange, Lock } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAssignSeat, useFreeSeat, useReplaceInSeat, useUnlockSeat } from '../api.ts'
import { useSeatCandidates } from '../api-candidates.ts'
import type { CoverageBar } from '../coverage-rows.ts'
import { productionWords } from '../words.ts'
import { CandidateRow } from './candidate-row.tsx'
import { looks, usePhaseName } from './coverage-grid.tsx'

type Props = {
  readonly bar: CoverageBar
  readonly projectId: string
  readonly mayPlan: boolean
  readonly onClose: () => void
}
const tones = { covered: 'good', offered: 'warn', uncovered: 'bad' } as const

/** One seat of a phase: who holds it, or who could, best first, and why the others cannot. */
export const SeatDrawer = ({ bar, projectId, mayPlan, onClose }: Props) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const { phase, seat } = bar
  const phaseName = usePhaseName()(phase)
  const free = useFreeSeat()
  const unlock = useUnlockSeat()
  const { assignmentId, assignmentVersion } = seat
  const takeOff = async (id: string, version: number) => {
    const params = { assignmentId: id }
    const held = seat.locked
      ? await unlock.actAsync({ params, body: { version, locked: false } })
      : { version }
    await free.actAsync({ params, body: { version: held.version } })
  }
  const date = clock.dateOf(seat.startsAt)
  return (
    <Drawer
      title={seat.label || words.crew}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Link
            to="/planning"
            search={{ date, project: projectId, hours: 'all' } as never}
            className={buttonClass({})}
          >
            <CalendarRange aria-hidden className="size-4" />
            {words.onBoard}
          </Link>
          {mayPlan && assignmentId && assignmentVersion && (
            <Button
              tone="danger"
              isPending={free.isPending || unlock.isPending}
              onPress={() =>
                void takeOff(assignmentId, assignmentVersion).then(onClose, () => undefined)
              }
            >
              {seat.locked ? words.unlockAndFree : words.free}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {free.error && <ProblemNote problem={free.error} />}
        {unlock.error && <ProblemNote problem={unlock.error} />}
        <KeyValues
          items={[
            { label: words.mission, value: phase.reference },
            { label: words.kind, value: phaseName },
            {
              label: words.hours,
              value: `${clock.dateAt(seat.startsAt)} ${clock.range(seat.startsAt, seat.endsAt)}`,
            },
            {
              label: words.who,
              value: (
                <span className="flex flex-wrap items-center gap-2">
                  {seat.technicianName}
                  <Badge tone={tones[seat.coverage]} icon={looks[seat.coverage].icon}>
                    {words[seat.coverage]}
                  </Badge>
                  {!seat.mandatory && <Badge>{words.niceToHave}</Badge>}
                  {seat.locked && <Badge icon={Lock}>{words.locked}</Badge>}
                </span>
              ),
            },
          ]}
        />
        <Candidates bar={bar} projectId={projectId} mayPlan={mayPlan} onAssigned={onClose} />
      </div>
    </Drawer>
  )
}

type CandidatesProps = Pick<Props, 'bar' | 'projectId' | 'mayPlan'> & {
  readonly onAssigned: () => void
}

const Candidates = ({ bar, projectId, mayPlan, onAssigned }: CandidatesProps) => {
  const words = useWords(productionWords)
  const { language } = useLanguage()
  const { zone } = useClock()
  const assign = useAssignSeat()
  const replace = useReplaceInSeat()
  const { assignmentId, assignmentVersion: version, locked } = bar.seat
  const isHeld = assignmentId !== null && version !== null
  const give = async ({ technicianId, positionId, startsAt }: SeatCandidate) => {
    const given = isHeld
      ? replace.actAsync({ params: { assignmentId }, body: { version, technicianId } })
      : assign.actAsync({ body: { positionId, technicianId, startsAt } })
    await given.then(onAssigned, () => undefined)
  }
  const problem = assign.error ?? replace.error
  const mayGive = mayPlan && !locked
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{isHeld ? words.othersWho : words.candidates}</h3>
      {problem && <ProblemNote problem={problem} />}
      <Loaded read={useSeatCandidates(projectId, bar.phase.id, bar.seat.positionId)}>
        {({ items, refused, rules }) => (
          <>
            {items.length === 0 && <p className="text-ink-2">{words.noCandidates}</p>}
            <ul>
              {items.map((one) => (
                <CandidateRow
                  key={one.technicianId}
                  candidate={one}
                  rules={rules}
                  isPending={assign.isPending || replace.isPending}
                  onAssign={mayGive ? () => void give(one) : undefined}
                />
              ))}
            </ul>
            {mayGive && !isHeld && items.length > 0 && (
              <p className="text-ink-2 text-xs">{words.draftNote}</p>
            )}
            {refused.length > 0 && (
              <details className="border-line border-t pt-2">
                <summary className="cursor-default text-ink-2">
                  {words.refused(refused.length)}
                </summary>
                <ul className="mt-2 flex flex-col gap-2">
                  {refused.map(({ technicianId, technicianName, reasons }) => (
                    <li key={technicianId}>
                      <p dir="auto" className="truncate font-medium text-xs">
                        {technicianName}
                      </p>
                      {reasons.slice(0, 2).map((reason) => {
                        const text = reasonSentence(reason, {
                          language,
                          timeZone: zone,
                          names: {},
                        })
                        return (
                          <p key={text} className="text-ink-2 text-xs">
                            {text}
                          </p>
                        )
                      })}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
