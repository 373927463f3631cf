import { Navigate } from '@tanstack/react-router'
import { useCan, useSession } from '../../lib/session.tsx'
import { Splash } from '../splash.tsx'
import { navigation } from './navigation.ts'

/** Where `/` leads: the first entry the member may use; technicians to their own product. */
export const Start = () => {
  const can = useCan()
  const { member } = useSession()
  if (member.role === 'technician') {
    location.replace('/field/')
    return <Splash />
  }
  const first = navigation.flat().find(({ permission }) => permission === null || can(permission))
  return <Navigate to={first?.to ?? '/account'} replace />
}
