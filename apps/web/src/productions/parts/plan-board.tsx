import type { StagePlan } from '@regie/contract/production-stage-plans'
import { Maximize, Undo2, X, ZoomIn, ZoomOut } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { freePlace, labelSides, placeOfPoint, type Size } from '../plan-geometry.ts'
import type { RoleNow } from '../plan-moment.ts'
import { planWords } from '../plan-words.ts'
import type { PlanEdits } from '../use-plan-edits.ts'
import { productionWords } from '../words.ts'
import { DOT, labelSize } from './plan-label.ts'
import { useMarkLines } from './plan-mark.tsx'
import { PlanMarker } from './plan-marker.tsx'
import { PlanSheet } from './plan-sheet.tsx'

type Props = {
  readonly plan: StagePlan
  readonly address: string
  readonly label: string
  readonly roles: readonly RoleNow[]
  readonly names: ReadonlyMap<string, string>
  readonly edits: PlanEdits
  readonly mayWrite: boolean
  readonly sheet: RefObject<HTMLDivElement | null>
  readonly selected: string | null
  readonly onSelect: (key: string | null) => void
  /** The role that the next press on the plan places. */
  readonly armed: RoleNow | null
  readonly onDisarm: () => void
}

const ZOOMS = [1, 1.5, 2, 3, 4]
/** On a phone names want room: one scrolls rather than guesses. */
const startZoom = () => (matchMedia('(max-width: 639px)').matches ? 2 : 0)

/** The plan to look at and to work on: zoomed, scrolled, with everybody who is placed. */
export const PlanBoard = (props: Props) => {
  const { plan, edits, armed, sheet } = props
  const words = useWords(planWords)
  const [zoom, setZoom] = useState(startZoom)
  const factor = ZOOMS[zoom] ?? 1
  const width = `calc(min(100%, 68vh * ${plan.width / plan.height}) * ${factor})`
  return (
    <div className="relative min-w-0">
      <div className="flex flex-wrap items-center justify-between gap-2 border-line border-b px-3 py-1">
        {armed ? (
          <Placing {...props} armed={armed} />
        ) : (
          <p className="text-ink-2 text-xs pointer-coarse:hidden">
            {props.mayWrite && words.dragHint}
          </p>
        )}
        <Tools zoom={zoom} onZoom={setZoom} undo={props.mayWrite ? edits.undo : null} />
      </div>
      <div className="max-h-[76vh] overflow-auto overscroll-contain bg-sunken p-3">
        <PlanSheet {...props} width={width} sheet={sheet}>
          {(size) => <Marks {...props} size={size} />}
        </PlanSheet>
      </div>
    </div>
  )
}

const Tools = (props: {
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
  readonly undo: (() => void) | null
}) => {
  const { zoom, onZoom, undo } = props
  const words = useWords(planWords)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea')
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping || !undo) return
      event.preventDefault()
      undo()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [undo])
  return (
    <div className="ml-auto flex gap-0.5">
      <IconButton icon={Undo2} label={words.undo} isDisabled={!undo} onPress={() => undo?.()} />
      <IconButton
        icon={ZoomOut}
        label={words.zoomOut}
        isDisabled={zoom === 0}
        onPress={() => onZoom(zoom - 1)}
      />
      <IconButton
        icon={ZoomIn}
        label={words.zoomIn}
        isDisabled={zoom === ZOOMS.length - 1}
        onPress={() => onZoom(zoom + 1)}
      />
      <IconButton icon={Maximize} label={words.wholePlan} onPress={() => onZoom(0)} />
    </div>
  )
}

const Placing = ({ armed, names, onDisarm }: Props & { readonly armed: RoleNow }) => {
  const words = useWords(planWords)
  const overlay = useWords(productionWords)
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && onDisarm()
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [onDisarm])
  return (
    <div
      role="status"
      className="flex min-w-0 items-center gap-1 rounded-control bg-accent-soft pl-3 font-medium text-accent-ink"
    >
      <p className="min-w-0">{words.placing(names.get(armed.key) ?? armed.label)}</p>
      <IconButton icon={X} label={overlay.cancel} size="small" onPress={onDisarm} />
    </div>
  )
}

const Marks = (props: Props & { readonly size: Size }) => {
  const { roles, names, edits, size, plan, sheet, selected, armed } = props
  const words = useWords(planWords)
  const linesOf = useMarkLines()
  const [fresh, setFresh] = useState<string | null>(null)
  const placed = roles.flatMap((role) => {
    const pending = edits.pending.get(role.key)
    const place = pending === undefined ? role.spot : pending
    const name = names.get(role.key) ?? role.label
    return place ? [{ role, name, place }] : []
  })
  const dots = placed.map(({ role, name, place: { x, y } }) => {
    const isQuiet = role.state === 'idle' && role.key !== selected
    return { key: role.key, x, y, label: labelSize(isQuiet ? [] : linesOf(role, name)) }
  })
  const sides = labelSides(dots, size, DOT)
  const box = () => sheet.current?.getBoundingClientRect()
  const drop = (event: React.MouseEvent) => {
    const frame = box()
    if (!armed || !frame) return
    // A press of the keyboard has no place: the middle, and arrows from there.
    const isKey = event.detail === 0
    const taken = placed.map(({ place }) => place)
    edits.put(armed, isKey ? freePlace(taken) : placeOfPoint(frame, event.clientX, event.clientY))
    props.onSelect(armed.key)
    setFresh(armed.key)
    props.onDisarm()
  }
  return (
    <>
      {placed.map(({ role, name, place }) => (
        <PlanMarker
          key={role.key}
          role={role}
          name={name}
          place={place}
          side={sides.get(role.key) ?? 'right'}
          isSelected={selected === role.key}
          isFresh={fresh === role.key}
          mayWrite={props.mayWrite}
          size={plan}
          box={box}
          onSelect={() => props.onSelect(selected === role.key ? null : role.key)}
          onMove={(to) => {
            edits.put(role, to)
            props.onSelect(role.key)
          }}
          onRemove={() => {
            edits.put(role, null)
            props.onSelect(null)
          }}
        />
      ))}
      {armed && (
        <button
          type="button"
          // biome-ignore lint/a11y/noAutofocus: whoever chose what to place places it next
          autoFocus
          aria-label={words.placing(names.get(armed.key) ?? armed.label)}
          onClick={drop}
          className="absolute inset-0 z-20 cursor-crosshair outline-offset-[-3px]"
        />
      )}
    </>
  )
}
