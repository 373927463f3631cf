import type { StagePlans } from '@regie/contract/production-stage-plans'
import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import { usePhoneStore } from './phone.tsx'
import { readPlans } from './stage-plans.ts'

/** The plans of a production's stages on this phone; null: none; undefined while they are looked for. */
export const usePlans = (projectId: string): StagePlans | null | undefined => {
  const { db } = usePhoneStore()
  const [plans, setPlans] = useState<StagePlans | null | undefined>(undefined)
  useEffect(() => {
    const watch = liveQuery(() => readPlans(db, projectId)).subscribe({
      next: setPlans,
      error: () => setPlans(null),
    })
    return () => watch.unsubscribe()
  }, [db, projectId])
  return plans
}
