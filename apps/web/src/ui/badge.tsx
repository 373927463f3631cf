import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type BadgeTone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'info' | 'violet'

const tones = {
  neutral: 'bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent-ink',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
  violet: 'bg-violet-soft text-violet',
} as const

type Props = {
  readonly tone?: BadgeTone
  /** Colour never speaks alone: give a status its own icon. */
  readonly icon?: LucideIcon
  /** The customer's own colour (a priority, a category), drawn as a dot. */
  readonly colour?: string | null
  readonly children: ReactNode
}

/** A status or a kind, in one or two words. */
export const Badge = ({ tone = 'neutral', icon: Icon, colour, children }: Props) => (
  <span
    className={clsx(
      'inline-flex max-w-full items-center gap-1 whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs leading-4.5 field:px-2.5 field:py-1 field:text-sm',
      tones[tone],
    )}
  >
    {colour && (
      <span
        aria-hidden
        className="size-2 shrink-0 rounded-full ring-1 ring-ink/15"
        style={{ background: colour }}
      />
    )}
    {Icon && <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.1} />}
    <span className="truncate">{children}</span>
  </span>
)
