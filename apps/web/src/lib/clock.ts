import { useMemo } from 'react'
import { useLanguage } from './language.tsx'
import { useSession } from './session.tsx'
import { type Clock, clockOf } from './time.ts'

/** Time in the organisation's zone and the language in force. Apart from the session: the shell needs no Temporal. */
export const useClock = (): Clock => {
  const { organization } = useSession()
  const { language } = useLanguage()
  return useMemo(() => clockOf(organization.timeZone, language), [organization.timeZone, language])
}
