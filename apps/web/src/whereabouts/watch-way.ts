// Follows the phone while it is on the way, and tells where it is. What cannot be told now is not told later.
import { sharePosition } from '@regie/contract/whereabouts'
import { call } from '../lib/call.ts'
import { toProblem } from '../lib/problem.ts'
import { type Fix, isWorthSending, roundPosition, type Sent } from './pace.ts'

/**
 * `seeking`: no place yet; `seen`: the client sees the one of that moment; `unheard`: no network; `blocked`: the browser may
 * not say where it is; `lost`: it does not know.
 */
export type WatchState =
  | { readonly kind: 'seeking' | 'unheard' | 'blocked' | 'lost' }
  | { readonly kind: 'seen'; readonly at: number }

type Hands = {
  readonly tell: (state: WatchState) => void
  /** The server wants no more: settings or agreement are others than this phone knows. */
  readonly onUnwanted: () => void
}

const STILL_MS = 60_000
const AGAIN_MS = 3_000
const options: PositionOptions = {
  enableHighAccuracy: false,
  maximumAge: 30_000,
  timeout: 60_000,
}

/** Until the function it returns is called. */
export function watchWay(assignmentId: string, { tell, onUnwanted }: Hands): () => void {
  let last: Sent | null = null
  let isSending = false
  let isOver = false
  let again: ReturnType<typeof setTimeout> | undefined
  const say = (state: WatchState) => {
    if (!isOver) tell(state)
  }
  const consider = async (fix: Fix) => {
    if (isOver || isSending || !isWorthSending(fix, last, Date.now())) return
    isSending = true
    try {
      const ageSeconds = Math.max(0, Math.round((Date.now() - fix.at) / 1000))
      const body = { assignmentId, ageSeconds, ...roundPosition(fix) }
      const { kept } = await call(sharePosition, { body })
      last = { latitude: fix.latitude, longitude: fix.longitude, at: Date.now() }
      if (kept) say({ kind: 'seen', at: fix.at })
    } catch (error) {
      const { code, details } = toProblem(error)
      const why = code === 'not_shared' ? (details as { why?: string }).why : undefined
      // The tap that says so may still be on its way to the server.
      if (why === 'not_en_route') {
        say({ kind: 'seeking' })
        clearTimeout(again)
        again = setTimeout(() => void consider(fix), AGAIN_MS)
      } else if (why) onUnwanted()
      else say({ kind: 'unheard' })
    } finally {
      isSending = false
    }
  }
  const onFix = ({ coords, timestamp }: GeolocationPosition) => {
    const { latitude, longitude, accuracy } = coords
    void consider({ latitude, longitude, accuracyMetres: accuracy, at: timestamp })
  }
  const onFail = ({ code, PERMISSION_DENIED }: GeolocationPositionError) =>
    say({ kind: code === PERMISSION_DENIED ? 'blocked' : 'lost' })
  say({ kind: 'seeking' })
  const { geolocation } = navigator
  const watch = geolocation.watchPosition(onFix, onFail, options)
  // Who stands still is told of no change: asked now and then, so that the client's page does not grow old.
  const timer = setInterval(
    () => geolocation.getCurrentPosition(onFix, () => undefined, options),
    STILL_MS,
  )
  return () => {
    isOver = true
    clearInterval(timer)
    clearTimeout(again)
    geolocation.clearWatch(watch)
  }
}
