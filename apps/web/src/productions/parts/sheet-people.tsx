import type { SheetPerson } from '@regie/contract/call-sheets'
import { Check, CheckCheck, Circle, CircleDashed } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import type { Person } from '../people.ts'
import { sheetDeskWords } from '../sheet-desk-words.ts'
import { productionWords } from '../words.ts'

type Props = {
  readonly people: readonly SheetPerson[]
  /** Who carries how much, by the plan as it is planned. */
  readonly burdens: readonly Person[]
  readonly onOpen: (technicianId: string) => void
}

/** Everybody's sheet: whether it was read, what comes next, and who carries how much, side by side. */
export const SheetPeople = ({ people, burdens, onOpen }: Props) => {
  const words = useWords(sheetDeskWords)
  const production = useWords(productionWords)
  const clock = useClock()
  const numbers = [
    production.duties,
    production.hoursTotal,
    production.night,
    production.weekend,
  ] as const
  return (
    <Card isFlush>
      <div className="relative overflow-x-auto">
        <table className="w-full text-left">
          <thead className="text-[0.8125rem] text-ink-2">
            <tr className="border-line border-b">
              <th className="px-4 py-2 font-medium">{production.person}</th>
              <th className="px-4 py-2 font-medium">{words.state}</th>
              <th className="px-4 py-2 font-medium">{words.next}</th>
              {numbers.map((head) => (
                <th key={head} className="px-4 py-2 text-right font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => {
              const burden = burdens.find((one) => one.technicianId === person.technicianId)
              const minutes = burden
                ? [burden.minutes, burden.nightMinutes, burden.weekendMinutes]
                : [0, 0, 0]
              return (
                <tr
                  key={person.technicianId}
                  className="border-line/60 border-b last:border-b-0 hover:bg-canvas"
                >
                  <th className="px-4 py-1.5 font-medium">
                    <button
                      type="button"
                      dir="auto"
                      aria-label={words.open(person.name)}
                      className="whitespace-nowrap text-left text-accent hover:underline"
                      onClick={() => onOpen(person.technicianId)}
                    >
                      {person.name}
                    </button>
                    {!person.hasAccount && (
                      <span className="block font-normal text-ink-2 text-xs">
                        {words.noAccount}
                      </span>
                    )}
                  </th>
                  <td className="px-4 py-1.5">
                    <ReadBadge person={person} />
                  </td>
                  <td className="px-4 py-1.5">
                    <NextBadge person={person} />
                  </td>
                  <td className="nums px-4 py-1.5 text-right">{burden?.duties.length ?? 0}</td>
                  {minutes.map((one, index) => (
                    <td key={numbers[index + 1]} className="nums px-4 py-1.5 text-right">
                      {one ? clock.duration(one) : '–'}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const ReadBadge = ({ person }: { person: SheetPerson }) => {
  const words = useWords(sheetDeskWords)
  const clock = useClock()
  const { number, readAt, acknowledgedAt } = person
  if (number === null)
    return (
      <Badge tone="neutral" icon={CircleDashed}>
        {words.states.none}
      </Badge>
    )
  const at = acknowledgedAt ?? readAt
  const [tone, icon, word] = acknowledgedAt
    ? (['good', CheckCheck, words.states.confirmed] as const)
    : readAt
      ? (['info', Check, words.states.read] as const)
      : (['warn', Circle, words.states.unread] as const)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Badge tone={tone} icon={icon}>
        {word}
      </Badge>
      <span className="nums whitespace-nowrap text-ink-2 text-xs">
        {at ? clock.dateTime(at) : words.since(number)}
      </span>
    </span>
  )
}

const NextBadge = ({ person: { kind, changes } }: { person: SheetPerson }) => {
  const words = useWords(sheetDeskWords)
  if (kind === 'same') return <span className="text-ink-2">{words.kinds.same}</span>
  return (
    <span className="inline-flex items-center gap-2">
      <Badge tone={kind === 'removed' ? 'bad' : 'accent'}>{words.kinds[kind]}</Badge>
      {changes.length > 0 && (
        <span className="whitespace-nowrap text-ink-2 text-xs">{words.lines(changes.length)}</span>
      )}
    </span>
  )
}
