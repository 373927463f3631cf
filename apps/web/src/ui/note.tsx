import { clsx } from 'clsx'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type Tone = 'info' | 'good' | 'warn' | 'bad'

const tones = {
  info: ['bg-info-soft', 'text-info', Info],
  good: ['bg-good-soft', 'text-good', CircleCheck],
  warn: ['bg-warn-soft', 'text-warn', TriangleAlert],
  bad: ['bg-bad-soft', 'text-bad', CircleAlert],
} as const

/** A sentence that stays on the page; `bad` and `warn` are announced. */
export const Note = ({
  tone = 'info',
  title,
  children,
}: {
  tone?: Tone
  title?: string
  children?: ReactNode
}) => {
  const [ground, colour, Icon] = tones[tone]
  return (
    <div
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}
      className={clsx('flex items-start gap-2.5 rounded-control px-3 py-2.5', ground)}
    >
      <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', colour)} />
      <div className="min-w-0 text-ink">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={clsx(title && 'text-ink-2')}>{children}</div>}
      </div>
    </div>
  )
}
