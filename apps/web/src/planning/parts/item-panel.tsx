import type { OpenSeat } from '@regie/contract/planning'
import type { BacklogItem } from '@regie/contract/planning-backlog'
import { Link } from '@tanstack/react-router'
import { MousePointerClick, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useBoard } from '../board-context.tsx'
import { whenText } from '../describe-bar.ts'
import { tellingWords } from '../telling-words.ts'
import { useHoldSeat } from '../use-hold-seat.ts'
import { planningWords } from '../words.ts'
import { windowText } from './backlog-card.tsx'
import { CandidateList } from './candidate-list.tsx'
import { Facts } from './facts.tsx'
import { PanelHead } from './panel-head.tsx'

type Props = {
  readonly item: BacklogItem
  /** The seat it was chosen by, and the hour of its crew. */
  readonly crewAt?: OpenSeat
  readonly onPick: () => void
}

const SeatChoice = (props: {
  item: BacklogItem
  value: string | null
  onChange: (id: string | null) => void
}) => {
  const words = useWords(planningWords)
  const { item, value, onChange } = props
  if (item.open.length < 2) return null
  const options = item.open.map(({ positionId, name, skills }, rank) => ({
    id: positionId,
    label: name || `${words.panel.seat} ${rank + 1}`,
    detail: skills.map((skill) => skill.name).join(', '),
  }))
  return (
    <Select
      label={words.panel.chosenSeat}
      options={options}
      value={value ?? item.open[0]?.positionId ?? null}
      onChange={onChange}
    />
  )
}

/** A work order that waits: what it is, and the best technicians and times for it. */
export const ItemPanel = ({ item, crewAt, onPick }: Props) => {
  const words = useWords(planningWords)
  const { open } = useWords(tellingWords)
  const clock = useClock()
  const { mayPlan } = useBoard()
  const hold = useHoldSeat()
  const [seat, setSeat] = useState<string | null>(crewAt?.positionId ?? null)
  const chosen = item.open.find(({ positionId }) => positionId === seat) ?? item.open[0]
  const skills = chosen?.skills.map(({ name, level }) => (level > 1 ? `${name} ${level}` : name))
  return (
    <section className="flex min-h-0 flex-1 flex-col">
      <PanelHead title={item.siteName} detail={item.title} colour={item.colour} />
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3">
        <Facts
          facts={[
            { name: words.panel.reference, value: item.reference },
            { name: words.panel.client, value: item.clientName },
            {
              name: words.panel.duration,
              value:
                item.durationMinutes === null
                  ? words.backlog.noDuration
                  : clock.duration(item.durationMinutes),
            },
            { name: words.panel.when, value: windowText(item, words, clock) },
            ...(crewAt ? [{ name: open.hour, value: whenText(crewAt, clock) }] : []),
            ...(skills?.length ? [{ name: words.filterSkills, value: skills.join(', ') }] : []),
          ]}
        />
        {item.gaps.length > 0 && (
          <ul className="flex flex-col gap-1 rounded-control bg-warn-soft px-3 py-2 text-warn">
            {item.gaps.map((gap) => (
              <li key={gap} className="flex items-center gap-2">
                <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
                {words.gaps[gap]}
              </li>
            ))}
          </ul>
        )}
        <SeatChoice item={item} value={seat} onChange={setSeat} />
        <div className="flex flex-wrap gap-2">
          {mayPlan && (
            <Button
              icon={MousePointerClick}
              onPress={() => {
                onPick()
                hold.pick(item, 'click', chosen?.positionId)
              }}
            >
              {words.panel.place}
            </Button>
          )}
          <Link
            to={`/work-orders/${item.workOrderId}`}
            className="inline-flex min-h-(--control) items-center rounded-control px-2 text-accent-ink underline-offset-2 hover:underline"
          >
            {words.panel.open}
          </Link>
        </div>
        {chosen && (
          <CandidateList key={chosen.positionId} item={item} positionId={chosen.positionId} />
        )}
      </div>
    </section>
  )
}
