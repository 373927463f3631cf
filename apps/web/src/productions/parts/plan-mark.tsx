import { clsx } from 'clsx'
import type { Side } from '../plan-geometry.ts'
import type { RoleNow } from '../plan-moment.ts'
import { sideClasses } from './plan-label.ts'
import { roleLooks } from './plan-looks.ts'
import { useRoleText } from './use-role-text.ts'

type Props = {
  readonly role: RoleNow
  readonly name: string
  readonly side: Side
  readonly isSelected?: boolean
}

/** A dot with who works there and when. Whoever is not on stage at the moment is a small dot, named when pointed at. */
export const PlanMark = ({ role, name, side, isSelected = false }: Props) => {
  const { lines } = useRoleText()(role)
  const { icon: Icon, dot } = roleLooks[role.state]
  const isIdle = role.state === 'idle'
  return (
    <>
      <span
        className={clsx(
          'grid size-full place-items-center rounded-full border-2',
          dot,
          isIdle && 'scale-75 opacity-80',
          isSelected && 'outline-3 outline-focus outline-offset-1',
        )}
      >
        <Icon aria-hidden className="size-4" strokeWidth={2.2} />
      </span>
      <span
        aria-hidden
        className={clsx(
          'absolute w-max max-w-42 rounded-control border bg-surface/92 px-1.5 py-0.5 text-left text-[0.6875rem] leading-3.5',
          sideClasses[side],
          isSelected ? 'border-focus' : 'border-line',
          isIdle && !isSelected && 'hidden group-hover:block group-focus-visible:block',
        )}
      >
        {lines.map(({ who }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
          <span key={index} dir="auto" className="block truncate font-semibold">
            {`${who} `}
          </span>
        ))}
        <span dir="auto" className={clsx('block truncate', isIdle ? 'text-ink-3' : 'text-ink-2')}>
          {`${name} `}
        </span>
        {lines[0] && <span className="nums block truncate text-ink-2">{lines[0].hours}</span>}
      </span>
    </>
  )
}

/** The lines of a mark as texts, as long as they are written. */
export const useMarkLines = () => {
  const textOf = useRoleText()
  return (role: RoleNow, name: string): string[] => {
    const { lines } = textOf(role)
    return [...lines.map(({ who }) => who), name, ...(lines[0] ? [lines[0].hours] : [])]
  }
}
