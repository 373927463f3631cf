import { labelSides, type Size } from '../plan-geometry.ts'
import type { RoleNow } from '../plan-moment.ts'
import { DOT, labelSize } from './plan-label.ts'
import { PlanMark, useMarkLines } from './plan-mark.tsx'

type Props = {
  readonly roles: readonly RoleNow[]
  readonly names: ReadonlyMap<string, string>
  readonly size: Size
}

/** Everybody who is placed and on stage, to look at: on paper, and for those who do not plan. */
export const PlanMarks = ({ roles, names, size }: Props) => {
  const linesOf = useMarkLines()
  const placed = roles.flatMap((role) => {
    const name = names.get(role.key) ?? role.label
    return role.spot && role.state !== 'idle' ? [{ role, name, spot: role.spot }] : []
  })
  const dots = placed.map(({ role, name, spot: { x, y } }) => {
    return { key: role.key, x, y, label: labelSize(linesOf(role, name)) }
  })
  const sides = labelSides(dots, size, DOT)
  return placed.map(({ role, name, spot }) => (
    <div
      key={role.key}
      className="absolute"
      style={{
        left: `calc(${spot.x * 100}% - ${DOT / 2}px)`,
        top: `calc(${spot.y * 100}% - ${DOT / 2}px)`,
        width: DOT,
        height: DOT,
      }}
    >
      <PlanMark role={role} name={name} side={sides.get(role.key) ?? 'right'} />
    </div>
  ))
}
