import { createContext, useContext, useMemo } from 'react'
import { useLanguage } from './language.tsx'
import { SessionContext } from './session.tsx'
import { type Clock, clockOf } from './time.ts'

/** The zone of a page that stands in no session: whoever reads by the link of a message has none. */
export const Zone = createContext<string | null>(null)

/** Time in the organisation's zone and the language in force. Apart from the session: the shell needs no Temporal. */
export const useClock = (): Clock => {
  const given = useContext(Zone)
  const timeZone = useContext(SessionContext)?.organization.timeZone ?? given
  if (!timeZone) throw new Error('useClock stands outside a SessionGate and a Zone')
  const { language } = useLanguage()
  return useMemo(() => clockOf(timeZone, language), [timeZone, language])
}
