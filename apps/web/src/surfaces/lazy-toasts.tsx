import { Suspense, useEffect, useState } from 'react'
import { late } from '../lib/late.ts'
import { toastQueue } from '../ui/toast-queue.ts'

const Toasts = late(() => import('../ui/toasts.tsx'), 'Toasts')

/** What must stand first has had its time by then, also on a slow phone. */
const AT_REST_MS = 2_000

/** The region comes with the first thing to tell, or when the page is at rest: a start does not pay for it. */
export const LazyToasts = () => {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), AT_REST_MS)
    const unsubscribe = toastQueue.subscribe(() => setDue(true))
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [])
  return isDue ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : null
}
