import { clsx } from 'clsx'

export type ButtonLook = {
  /** `primary` once a screen; `danger` for what cannot be taken back; `quiet` inside rows and bars. */
  readonly tone?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium'
}

const tones = {
  primary:
    'bg-accent text-on-accent hover:bg-accent-hover data-pressed:bg-accent-hover border-transparent',
  plain:
    'bg-surface text-ink border-line-strong/60 hover:bg-canvas hover:border-line-strong data-pressed:bg-sunken',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-sunken hover:text-ink',
  danger: 'bg-bad-solid text-on-bad border-transparent hover:brightness-90',
} as const

/** The look of a button, also for links that act like one. */
export const buttonClass = ({ tone = 'plain', size = 'medium' }: ButtonLook): string =>
  clsx(
    'inline-flex cursor-default select-none items-center justify-center gap-2 rounded-control border font-medium transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-50',
    size === 'small'
      ? 'min-h-(--control-small) px-2.5 text-[0.8125rem] field:text-base'
      : 'min-h-(--control) px-3.5 text-(length:--control-text)',
    tones[tone],
  )
