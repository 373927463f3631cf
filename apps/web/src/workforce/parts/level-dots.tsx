import { clsx } from 'clsx'
import { useWords } from '../../lib/language.tsx'
import { workforceWords } from '../words.ts'

/** A level from 1 to 5, drawn; read out as a word. */
export const LevelDots = ({ level }: { level: number }) => {
  const words = useWords(workforceWords)
  return (
    <span className="relative inline-flex items-center gap-0.5">
      <span className="sr-only">{words.levelShort(level)}</span>
      {[1, 2, 3, 4, 5].map((step) => (
        <span
          key={step}
          aria-hidden
          className={clsx(
            'size-1.5 rounded-full',
            step <= level ? 'bg-accent' : 'bg-line-strong/35',
          )}
        />
      ))}
    </span>
  )
}
