import { clsx } from 'clsx'
import { Button } from 'react-aria-components'
import { useWords } from '../lib/language.tsx'
import { useLiveState } from '../lib/live.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { surfaceWords } from './words.ts'

const lamps = {
  open: 'bg-lamp',
  connecting: 'bg-tally animate-pulse',
  lost: 'bg-tally animate-pulse',
  'signed-out': 'bg-line-strong',
} as const

/** The tally lamp: green while changes of others arrive by themselves. Words appear when they do not. */
export const LiveLamp = () => {
  const words = useWords(surfaceWords)
  const state = useLiveState()
  return (
    <Tooltip text={words.liveHint[state]}>
      <Button
        aria-label={`${words.live[state]}. ${words.liveHint[state]}`}
        className="flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 text-[0.8125rem] text-ink-2"
      >
        <span aria-hidden className={clsx('size-2 rounded-full', lamps[state])} />
        <span role="status" className={clsx(state === 'open' && 'hidden xl:inline')}>
          {words.live[state]}
        </span>
      </Button>
    </Tooltip>
  )
}
