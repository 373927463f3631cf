import type { OwnSharing } from '@regie/contract/whereabouts'
import { getOwnSharing } from '@regie/contract/whereabouts'
import { Link, useLocation } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { LocateFixed, LocateOff, type LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { PhoneStop } from '../../fieldwork/index.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCached } from '../../lib/server-state.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { showProblem } from '../../ui/toast-queue.ts'
import { useAgree, useOwnSharing } from '../api.ts'
import { type WatchState, watchWay } from '../watch-way.ts'
import { sharingWords } from '../words.ts'

type Props = { readonly stop: PhoneStop }

/** What the client sees of this phone, with the way to end it; or, once, whether they may. */
export const WayBar = ({ stop }: Props) => {
  const { data } = useOwnSharing()
  if (!data?.offered) return null
  if (data.agreedAt) return <Watching stop={stop} hours={data.hours} />
  return data.answered ? null : <Asking />
}

const EVERY_MS = 30_000
const ASK_AGAIN_MS = 15_000

const useIsWork = (hours: OwnSharing['hours']): boolean => {
  const isNow = () => {
    const now = Date.now()
    return hours.some(
      ({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt),
    )
  }
  const [is, setIs] = useState(isNow)
  const look = useEffectEvent(() => setIs(isNow()))
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hours are looked at as soon as they are known
  useEffect(() => {
    look()
    const timer = setInterval(() => look(), EVERY_MS)
    return () => clearInterval(timer)
  }, [hours])
  return is
}

const Watching = ({ stop, hours }: Props & Pick<OwnSharing, 'hours'>) => {
  const words = useWords(sharingWords)
  const clock = useClock()
  const { refresh } = useCached()
  const { act, isPending } = useAgree()
  const isWork = useIsWork(hours)
  const [state, setState] = useState<WatchState>({ kind: 'seeking' })
  const onUnwanted = useEffectEvent(() => refresh(getOwnSharing))
  // A visit outside of any shift counts as work once the server has heard that they left for it.
  useEffect(() => {
    if (isWork) return undefined
    const timer = setInterval(() => onUnwanted(), ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isWork])
  useEffect(() => {
    if (!isWork || !('geolocation' in navigator)) return undefined
    return watchWay(stop.id, { tell: setState, onUnwanted: () => onUnwanted() })
  }, [isWork, stop.id])
  const text = !isWork
    ? words.outOfHours
    : state.kind === 'seen'
      ? words.seen(stop.client.name, clock.time(new Date(state.at).toISOString()))
      : words.states[state.kind]
  const isSeen = isWork && state.kind === 'seen'
  return (
    <Bar icon={isSeen ? LocateFixed : LocateOff} isOn={isSeen} text={text}>
      <Button
        isPending={isPending}
        onPress={() => act({ body: { agreed: false } })}
        className="min-h-11"
      >
        {words.stop}
      </Button>
    </Bar>
  )
}

/** Asked once, on the first way after the organisation switched it on. */
const Asking = () => {
  const words = useWords(sharingWords)
  const { actAsync, isPending } = useAgree()
  const isThere = useLocation({ select: ({ pathname }) => pathname.endsWith('/sharing') })
  if (isThere) return null
  return (
    <Bar icon={LocateFixed} isOn={false} text={words.ask}>
      <Link to="/sharing" className={clsx(buttonClass({}), 'min-h-11')}>
        {words.more}
      </Link>
      <Button
        isPending={isPending}
        onPress={() => void actAsync({ body: { agreed: false } }).catch(showProblem)}
        className="min-h-11"
      >
        {words.no}
      </Button>
    </Bar>
  )
}

type BarProps = {
  readonly icon: LucideIcon
  readonly isOn: boolean
  readonly text: string
  readonly children: ReactNode
}

const Bar = ({ icon: Icon, isOn, text, children }: BarProps) => (
  <section
    className={clsx(
      'flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 font-medium text-base',
      isOn ? 'bg-info-soft text-info' : 'bg-sunken text-ink-2',
    )}
  >
    <Icon aria-hidden className="size-5 shrink-0" />
    <span role="status" className="min-w-40 flex-1">
      {text}
    </span>
    <span className="flex gap-2">{children}</span>
  </section>
)
