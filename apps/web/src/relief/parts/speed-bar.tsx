import type { ReliefFigures } from '@regie/contract/relief-settings'
import { clsx } from 'clsx'
import { useWords } from '../../lib/language.tsx'
import { figuresWords } from '../figures-words.ts'

const colours = { good: 'bg-good', fair: 'bg-warn', slow: 'bg-bad' } as const
const order = ['good', 'fair', 'slow'] as const

/** How the answers spread over quick and slow: widths for the eye, numbers for everybody. */
export const SpeedBar = ({ answers }: Pick<ReliefFigures, 'answers'>) => {
  const words = useWords(figuresWords)
  const all = answers.good + answers.fair + answers.slow
  if (all === 0) return null
  return (
    <section aria-label={words.speed} className="flex flex-col gap-2">
      <h3 className="font-medium">{words.speed}</h3>
      <div aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-sunken">
        {order.map((one) => (
          <span
            key={one}
            className={colours[one]}
            style={{ width: `${(answers[one] / all) * 100}%` }}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem]">
        {order.map((one) => (
          <li key={one} className="nums flex items-center gap-1.5">
            <span aria-hidden className={clsx('size-2.5 rounded-full', colours[one])} />
            {words[one]}
            <span className="text-ink-2">{words.of(answers[one], all)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
