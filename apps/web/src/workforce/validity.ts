// How a certificate stands on a day.
import type { LocalDate } from '@regie/contract/kernel'
import type { Certification } from '@regie/contract/workforce'
import { addDays } from '../lib/time.ts'

export type Validity = 'expired' | 'expiring' | 'coming' | 'valid'

/** Before its end comes within so many days, people are told. */
export const NOTICE_DAYS = 30

export const validityOf = (
  { validFrom, validUntil }: Pick<Certification, 'validFrom' | 'validUntil'>,
  today: LocalDate,
): Validity => {
  if (validUntil && validUntil < today) return 'expired'
  if (validFrom && validFrom > today) return 'coming'
  if (validUntil && validUntil <= addDays(today, NOTICE_DAYS)) return 'expiring'
  return 'valid'
}
