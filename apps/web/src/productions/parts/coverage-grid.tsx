import { type Phase, type Production, phaseKindNames } from '@regie/contract/productions'
import { clsx } from 'clsx'
import { CircleCheck, CircleDashed, CircleHelp, Pencil, Route, Scale } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import {
  type CoverageBar,
  type CoverageDay,
  type CoverageRow,
  type CoverageStage,
  hoursOf,
  placeOf,
} from '../coverage-rows.ts'
import { labourWords } from '../labour-words.ts'
import { productionWords } from '../words.ts'

export const looks = {
  covered: { icon: CircleCheck, bar: 'border-good bg-good-soft text-good' },
  offered: { icon: CircleHelp, bar: 'border-warn bg-warn-soft text-warn' },
  uncovered: { icon: CircleDashed, bar: 'border-bad border-dashed bg-bad-soft text-bad' },
} as const
const spare = 'border-line-strong border-dashed bg-sunken text-ink-2'

/** What a phase is called: its own name, or that of its kind. */
export const usePhaseName = () => {
  const { language } = useLanguage()
  return ({ name, kind }: Pick<Phase, 'name' | 'kind'>) => name || phaseKindNames[kind][language]
}

type Props = {
  readonly day: CoverageDay
  readonly criticalPath: Production['criticalPath']
  /** Positions whose holder breaks a labour rule. */
  readonly breaking?: ReadonlySet<string>
  readonly mayWrite: boolean
  readonly onSeat: (bar: CoverageBar) => void
  readonly onPhase: (phase: Phase) => void
  readonly onStage: (stage: CoverageStage['stage']) => void
}

/** Positions against hours: who is there, who was asked, where somebody is missing. */
export const CoverageGrid = (props: Props) => {
  const { day } = props
  const hours = hoursOf(day)
  const clock = useClock()
  return (
    <div className="relative overflow-x-auto">
      <div style={{ minWidth: `${10 + hours.length * 3.5}rem` }} className="pb-3">
        <div className="grid grid-cols-[6.5rem_1fr] sm:grid-cols-[10rem_1fr] border-line border-b">
          <span />
          <div className="nums relative h-7 text-ink-2 text-xs">
            {hours.map((hour) => (
              <span
                key={hour}
                className="absolute bottom-1 -translate-x-1/2 first:translate-x-0"
                style={{ left: placeOf(day, { from: hour, until: hour }).left }}
              >
                {clock.timeOf(hour).slice(0, 2)}
              </span>
            ))}
          </div>
        </div>
        {day.stages.map((one) => (
          <StageRows key={one.stage.id} {...props} shown={one} hours={hours} />
        ))}
      </div>
    </div>
  )
}

const Lines = ({ day, hours }: { day: CoverageDay; hours: readonly number[] }) =>
  hours.map((hour) => (
    <span
      key={hour}
      aria-hidden
      className="absolute inset-y-0 w-px bg-line"
      style={{ left: placeOf(day, { from: hour, until: hour }).left }}
    />
  ))

const StageRows = (props: Props & { shown: CoverageStage; hours: readonly number[] }) => {
  const { shown, day, hours, criticalPath, mayWrite } = props
  const words = useWords(productionWords)
  return (
    <section aria-label={shown.stage.name} className="border-line border-b last:border-b-0">
      <div className="grid grid-cols-[6.5rem_1fr] sm:grid-cols-[10rem_1fr] bg-sunken">
        <h3 className="sticky left-0 z-10 flex items-center justify-between gap-1 bg-sunken py-1 pr-1 pl-3 font-semibold max-sm:pr-0">
          <span
            dir="auto"
            title={shown.stage.name}
            className="truncate max-sm:line-clamp-2 max-sm:whitespace-normal max-sm:text-[0.8125rem] max-sm:leading-4"
          >
            {shown.stage.name}
          </span>
          {mayWrite && (
            <IconButton
              size="small"
              icon={Pencil}
              label={`${words.editStage} : ${shown.stage.name}`}
              onPress={() => props.onStage(shown.stage)}
            />
          )}
        </h3>
        <div className="relative flex min-h-9 flex-col">
          <Lines day={day} hours={hours} />
          {shown.lanes.map((lane) => (
            <div key={lane[0]?.phase.id} className="relative h-8">
              {lane.map((one) => (
                <PhaseStrip
                  key={one.phase.id}
                  day={day}
                  phase={one.phase}
                  isCritical={criticalPath.includes(one.phase.id)}
                  onPress={() => props.onPhase(one.phase)}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      {shown.rows.map((row) => (
        <SeatRow key={row.key} row={row} {...props} />
      ))}
    </section>
  )
}

const PhaseStrip = (props: {
  readonly day: CoverageDay
  readonly phase: Phase
  readonly isCritical: boolean
  readonly onPress: () => void
}) => {
  const { day, phase, isCritical } = props
  const words = useWords(productionWords)
  const clock = useClock()
  const name = usePhaseName()(phase)
  const hours = clock.range(phase.startsAt, phase.endsAt)
  const place = { from: Date.parse(phase.startsAt), until: Date.parse(phase.endsAt) }
  return (
    <button
      type="button"
      onClick={props.onPress}
      title={`${name} · ${hours}`}
      aria-label={[name, hours, isCritical && words.critical].filter(Boolean).join(', ')}
      style={placeOf(day, place)}
      className={clsx(
        'absolute inset-y-0.5 flex min-w-6 items-center gap-1 overflow-hidden rounded-control border bg-surface px-1.5 text-ink text-xs hover:border-focus',
        isCritical ? 'border-violet font-medium' : 'border-line-strong',
      )}
    >
      {isCritical && <Route aria-hidden className="size-3.5 shrink-0 text-violet" />}
      <span className="truncate">{name}</span>
    </button>
  )
}

const SeatRow = (props: Props & { row: CoverageRow; hours: readonly number[] }) => {
  const { row, day, hours, onSeat } = props
  const words = useWords(productionWords)
  return (
    <div className="grid grid-cols-[6.5rem_1fr] sm:grid-cols-[10rem_1fr] border-line/60 border-t">
      <span
        dir="auto"
        title={row.label}
        className="sticky left-0 z-10 flex items-center bg-surface pr-2 pl-3 text-[0.8125rem]"
      >
        <span className="truncate max-sm:line-clamp-2 max-sm:whitespace-normal max-sm:text-xs max-sm:leading-4">
          {row.label || words.crew}
        </span>
      </span>
      <div className="relative h-9">
        <Lines day={day} hours={hours} />
        {row.bars.map((bar) => (
          <SeatBar
            key={bar.seat.positionId}
            day={day}
            bar={bar}
            label={row.label || words.crew}
            isBreaking={props.breaking?.has(bar.seat.positionId) ?? false}
            onPress={() => onSeat(bar)}
          />
        ))}
      </div>
    </div>
  )
}

const SeatBar = (props: {
  readonly day: CoverageDay
  readonly bar: CoverageBar
  readonly label: string
  readonly isBreaking: boolean
  readonly onPress: () => void
}) => {
  const { day, bar, label, isBreaking, onPress } = props
  const words = useWords(productionWords)
  const { broken } = useWords(labourWords)
  const clock = useClock()
  const phaseName = usePhaseName()(bar.phase)
  const { seat } = bar
  const isSpare = !seat.mandatory && seat.coverage === 'uncovered'
  const { icon: Icon, bar: look } = looks[seat.coverage]
  const who = seat.technicianName ?? (isSpare ? words.niceToHave : words.uncovered)
  const hours = clock.range(seat.startsAt, seat.endsAt)
  return (
    <button
      type="button"
      onClick={onPress}
      title={[who, hours, isBreaking && broken].filter(Boolean).join(' · ')}
      aria-label={[label, phaseName, hours, words[seat.coverage], who, isBreaking && broken]
        .filter(Boolean)
        .join(', ')}
      style={placeOf(day, bar)}
      className={clsx(
        'absolute inset-y-1 flex min-w-6 items-center gap-1 overflow-hidden rounded-control border px-1.5 font-medium text-xs hover:outline-2 hover:outline-focus',
        isSpare ? spare : look,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {isBreaking && <Scale aria-hidden className="size-3.5 shrink-0 text-bad" />}
      <span dir="auto" className="truncate">
        {who}
      </span>
    </button>
  )
}
