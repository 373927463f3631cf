import { clsx } from 'clsx'
import { GripVertical } from 'lucide-react'
import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import type { RoleNow } from '../plan-moment.ts'
import { planWords } from '../plan-words.ts'
import { roleLooks } from './plan-looks.ts'
import { useRoleText } from './use-role-text.ts'

type Props = {
  readonly roles: readonly RoleNow[]
  readonly names: ReadonlyMap<string, string>
  /** False without a plan, or for whoever may only look. */
  readonly mayPlace: boolean
  readonly selected: string | null
  readonly onSelect: (key: string) => void
  readonly onArm: (role: RoleNow) => void
  /** Let go at this point of the window. */
  readonly onDrop: (role: RoleNow, clientX: number, clientY: number) => void
}

const isOn = ({ state }: RoleNow) => state !== 'idle'

/** The same as on the plan, to be read in order: who is missing on it first. */
export const PlanList = (props: Props) => {
  const { roles } = props
  const words = useWords(planWords)
  const missing = roles.filter((role) => !role.spot && isOn(role))
  const others = roles.filter((role) => !role.spot && !isOn(role))
  const placed = roles.filter((role) => role.spot && role.isAsked)
  const vanished = roles.filter(({ isAsked }) => !isAsked)
  return (
    <div className="flex flex-col gap-4">
      <Group title={words.unplaced} count={missing.length}>
        {missing.length > 0 ? (
          <Rows {...props} roles={missing} canPlace={props.mayPlace} />
        ) : (
          <p className="text-ink-2">{roles.some(isOn) ? words.allPlaced : words.nobody}</p>
        )}
      </Group>
      {others.length > 0 && (
        <details>
          <summary className="cursor-default text-ink-2">{words.others(others.length)}</summary>
          <Rows {...props} roles={others} canPlace={props.mayPlace} />
        </details>
      )}
      {placed.length > 0 && (
        <Group title={words.placed} count={placed.length}>
          <Rows {...props} roles={placed} canPlace={false} />
        </Group>
      )}
      {vanished.length > 0 && (
        <Group title={words.vanished} count={vanished.length}>
          <Rows {...props} roles={vanished} canPlace={false} />
        </Group>
      )}
    </div>
  )
}

const Group = (props: {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}) => (
  <section aria-label={props.title}>
    <h2 className="mb-1 flex items-center gap-2 font-semibold">
      {props.title}
      {props.count > 0 && (
        <span className="nums rounded-full bg-sunken px-1.5 font-normal text-ink-2 text-xs">
          {props.count}
        </span>
      )}
    </h2>
    {props.children}
  </section>
)

const Rows = (props: Props & { readonly canPlace: boolean }) => (
  <ul className="divide-y divide-line/60">
    {props.roles.map((role) => (
      <Row key={role.key} {...props} role={role} name={props.names.get(role.key) ?? role.label} />
    ))}
  </ul>
)

type RowProps = Props & {
  readonly role: RoleNow
  readonly name: string
  readonly canPlace: boolean
}

const Row = (props: RowProps) => {
  const { role, name, canPlace, selected, onSelect, onArm } = props
  const words = useWords(planWords)
  const { stateText, lines } = useRoleText()(role)
  const { icon: Icon, dot } = roleLooks[role.state]
  const text = (
    <>
      <span dir="auto" className="block truncate font-medium">
        {name}
      </span>
      {lines.map(({ who, hours }) => (
        <span key={who + hours} className="block truncate text-ink-2 text-xs">
          <span dir="auto">{who}</span> · <span className="nums">{hours}</span>
        </span>
      ))}
      {lines.length === 0 && <span className="block text-ink-2 text-xs">{stateText}</span>}
    </>
  )
  return (
    <li
      className={clsx('flex items-center gap-2 py-1.5', selected === role.key && 'bg-accent-soft')}
    >
      {canPlace && <Grip {...props} />}
      <span
        title={stateText}
        className={clsx('grid size-6 shrink-0 place-items-center rounded-full border', dot)}
      >
        <Icon aria-hidden className="size-3.5" />
        <span className="sr-only">{stateText}</span>
      </span>
      {role.spot ? (
        <button
          type="button"
          aria-pressed={selected === role.key}
          onClick={() => onSelect(role.key)}
          className="min-w-0 flex-1 rounded-control px-1 text-left hover:bg-sunken"
        >
          {text}
        </button>
      ) : (
        <div className="min-w-0 flex-1 px-1">{text}</div>
      )}
      {canPlace && (
        <Button size="small" aria-label={words.place(name)} onPress={() => onArm(role)}>
          {words.placeShort}
        </Button>
      )}
    </li>
  )
}

/** Taken by a pointer, it goes along until it is let go over the plan. */
const Grip = ({ role, name, onDrop }: RowProps) => {
  const words = useWords(planWords)
  const [hand, setHand] = useState<{ x: number; y: number } | null>(null)
  const isHeld = useRef(false)
  const end = () => {
    isHeld.current = false
    setHand(null)
  }
  const { icon: Icon, dot } = roleLooks[role.state]
  return (
    <span
      title={words.drag}
      className="-ml-1 cursor-grab touch-none rounded py-1 text-ink-3 hover:text-ink"
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        isHeld.current = true
      }}
      onPointerMove={({ clientX: x, clientY: y }) => isHeld.current && setHand({ x, y })}
      onPointerUp={({ clientX, clientY }) => {
        if (hand) onDrop(role, clientX, clientY)
        end()
      }}
      onPointerCancel={end}
    >
      <GripVertical aria-hidden className="size-4" />
      {hand && (
        <span
          aria-hidden
          style={{ left: hand.x - 13, top: hand.y - 13 }}
          className="pointer-events-none fixed z-50 flex items-center gap-1"
        >
          <span className={clsx('grid size-6.5 place-items-center rounded-full border-2', dot)}>
            <Icon className="size-4" />
          </span>
          <span className="rounded-control border border-focus bg-raised px-1.5 text-ink text-xs shadow-raised">
            {name}
          </span>
        </span>
      )}
    </span>
  )
}
