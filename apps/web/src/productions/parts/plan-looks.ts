import { CircleCheck, CircleDashed, CircleHelp, CircleMinus } from 'lucide-react'
import type { RoleNow, RoleState } from '../plan-moment.ts'

/** Colour never speaks alone: each state has its own sign. */
export const roleLooks = {
  covered: { icon: CircleCheck, dot: 'border-good bg-good-soft text-good' },
  offered: { icon: CircleHelp, dot: 'border-warn bg-warn-soft text-warn' },
  uncovered: { icon: CircleDashed, dot: 'border-bad border-dashed bg-bad-soft text-bad' },
  spare: { icon: CircleDashed, dot: 'border-line-strong border-dashed bg-sunken text-ink-2' },
  idle: { icon: CircleMinus, dot: 'border-line-strong bg-surface text-ink-3' },
} as const satisfies Record<RoleState, unknown>

/** `Rigger 2`; the number only where there are several of the name. */
export const roleNames = (roles: readonly RoleNow[], unnamed: string): Map<string, string> => {
  const several = new Set(
    roles.filter(({ number }) => number > 1).map(({ label }) => label.toLowerCase()),
  )
  return new Map(
    roles.map(({ key, label, number }) => {
      const name = label || unnamed
      return [key, several.has(label.toLowerCase()) ? `${name} ${number}` : name]
    }),
  )
}
