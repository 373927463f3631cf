// Who is at work here: user, member, organisation and what they may do.
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react'
import { forgetSession, keepSession, readKeptSession } from './kept-session.ts'
import { useLanguage } from './language.tsx'
import type { ProblemError } from './problem.ts'
import { useRead } from './server-state.tsx'
import { readSession, type Session } from './session-endpoint.ts'

/** Null outside a SessionGate; `useSession` for all who stand in one. */
export const SessionContext = createContext<Session | null>(null)

const APPLIED = 'regie.language.applied'

/** True when this preference was not yet applied on this device. */
const remember = (preference: string): boolean => {
  try {
    if (localStorage.getItem(APPLIED) === preference) return false
    localStorage.setItem(APPLIED, preference)
  } catch {
    // Without storage the preference is applied on every visit.
  }
  return true
}

type GateProps = {
  readonly children: ReactNode
  readonly pending: ReactNode
  /** Shown to nobody in particular: the sign-in redirect. */
  readonly signedOut: ReactNode
  readonly failed: (problem: ProblemError, retry: () => void) => ReactNode
  /** Opens without network for whoever was signed in last on this device. */
  readonly isKept?: boolean
}

/** Loads the session once and lets through only who has one. */
export const SessionGate = ({ children, pending, signedOut, failed, isKept }: GateProps) => {
  const [known] = useState(() => (isKept ? readKeptSession() : undefined))
  const { data, error, isPending, refetch } = useRead(readSession, undefined, { known })
  useKeeping(isKept === true, data, error)
  const { language, setLanguage } = useLanguage()
  const preference = data?.user.language ? `${data.user.id} ${data.user.language}` : null
  const follow = useEffectEvent(() => {
    const wanted = data?.user.language
    // Applied once for each change of the preference: a switch made on this device holds until then.
    if (!wanted || !preference || !remember(preference)) return
    if (wanted !== language) setLanguage(wanted)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the preference itself moves the language
  useEffect(() => follow(), [preference])
  if (data && error?.code !== 'not_signed_in') {
    return <SessionContext.Provider value={data}>{children}</SessionContext.Provider>
  }
  if (isPending) return pending
  if (error?.code === 'not_signed_in') return signedOut
  return error ? failed(error, () => void refetch()) : pending
}

const useKeeping = (isKept: boolean, data: Session | undefined, error: ProblemError | null) => {
  const isOut = error?.code === 'not_signed_in'
  useEffect(() => {
    if (!isKept) return
    if (isOut) forgetSession()
    else if (data) keepSession(data)
  }, [isKept, isOut, data])
}

/** The session; only below a SessionGate. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession stands outside a SessionGate')
  return session
}

/** `const can = useCan(); can('clients.write')` */
export const useCan = (): ((permission: string) => boolean) => {
  const { permissions } = useSession()
  return useMemo(() => {
    const granted = new Set<string>(permissions)
    return (permission: string) => granted.has(permission)
  }, [permissions])
}
