import type { Production, Stage } from '@regie/contract/productions'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { Duty, Person } from '../people.ts'
import { productionWords } from '../words.ts'
import { usePhaseName } from './coverage-grid.tsx'

type Props = { readonly person: Person; readonly production: Production }

/** What one person does on the production, day by day: hours, position, place, access, and with whom. */
export const CallSheet = ({ person, production }: Props) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const byDate = Map.groupBy(person.duties, ({ seat }) => clock.dateOf(seat.startsAt))
  const stages = [...new Set(person.duties.flatMap(({ stage }) => stage ?? []))]
  const { name, code, clientName } = production.project
  return (
    <article
      aria-label={words.sheetOf(person.name)}
      className="rounded-card border border-line bg-surface p-5 print:break-after-page print:border-0 print:p-0"
    >
      <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-line border-b pb-3">
        <div>
          <h2 dir="auto" className="font-semibold text-lg">
            {person.name}
          </h2>
          <p className="text-ink-2">{[name, code, clientName].filter(Boolean).join(' · ')}</p>
        </div>
        <p className="nums text-ink-2 text-xs">
          {words.printedAt(clock.dateTime(new Date().toISOString(), 'medium'))}
        </p>
      </header>
      {[...byDate].map(([date, duties]) => (
        <section key={date} className="mb-4 break-inside-avoid">
          <h3 className="mb-1 font-semibold">{clock.date(date, 'long')}</h3>
          <ul className="divide-y divide-line/60">
            {duties.map((duty) => (
              <DutyLine key={duty.seat.positionId} duty={duty} />
            ))}
          </ul>
        </section>
      ))}
      <Places stages={stages} />
    </article>
  )
}

const DutyLine = ({ duty: { phase, seat, stage } }: { duty: Duty }) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const phaseName = usePhaseName()(phase)
  const others = phase.seats.filter((one) => one.technicianId && one !== seat)
  return (
    <li className="grid grid-cols-[7.5rem_1fr] gap-x-4 py-2">
      <span className="nums font-medium">{clock.range(seat.startsAt, seat.endsAt)}</span>
      <div className="min-w-0">
        <p className="font-medium">
          {[seat.label || words.crew, phaseName, stage?.name].filter(Boolean).join(' · ')}
          {seat.coverage === 'offered' && (
            <span className="font-normal text-ink-2"> ({words.draft})</span>
          )}
        </p>
        <p className="nums text-ink-2 text-xs">
          {words.mission} {phase.reference}
        </p>
        {others.length > 0 && (
          <p dir="auto" className="text-ink-2 text-xs">
            {words.withWhom} :{' '}
            {others
              .map(({ technicianName, label }) =>
                label ? `${technicianName} (${label})` : technicianName,
              )
              .join(', ')}
          </p>
        )}
      </div>
    </li>
  )
}

const Places = ({ stages }: { stages: readonly Stage[] }) => {
  const words = useWords(productionWords)
  return (
    <section className="break-inside-avoid">
      <h3 className="mb-1 font-semibold">{words.places}</h3>
      <ul className="flex flex-col gap-2">
        {stages.map(({ id, name, siteName, address, accessInstructions }) => (
          <li key={id}>
            <p>
              <span className="font-medium">{name}</span>
              {' · '}
              {[siteName, address.line, `${address.postcode} ${address.city}`.trim()]
                .filter((part) => part && part !== name)
                .join(', ')}
            </p>
            {accessInstructions && (
              <p className="whitespace-pre-wrap text-ink-2">{accessInstructions}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
