import type { Strokes } from '@regie/contract/form-answers'
import { clsx } from 'clsx'

type Props = { readonly strokes: Strokes; readonly label: string; readonly className?: string }

/** A pen's way, black on white in either theme. */
export const StrokesView = ({ strokes, label, className }: Props) => (
  <svg
    viewBox="-20 -20 1040 480"
    role="img"
    aria-label={label}
    className={clsx('w-full rounded-control border border-line bg-white', className)}
  >
    {strokes.map((stroke) => (
      <polyline
        key={stroke[0]?.join()}
        points={stroke.map(([x, y]) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="#16233b"
        strokeWidth="7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    ))}
  </svg>
)
