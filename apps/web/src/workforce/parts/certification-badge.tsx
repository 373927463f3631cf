import type { Certification } from '@regie/contract/workforce'
import { CircleCheck, Clock, Hourglass, TriangleAlert } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { validityOf } from '../validity.ts'
import { workforceWords } from '../words.ts'

const looks = {
  expired: { tone: 'bad', icon: TriangleAlert },
  expiring: { tone: 'warn', icon: Clock },
  coming: { tone: 'info', icon: Hourglass },
  valid: { tone: 'good', icon: CircleCheck },
} as const

/** How a certificate stands today, with the date that matters. */
export const CertificationBadge = ({
  certification,
}: {
  certification: Pick<Certification, 'validFrom' | 'validUntil'>
}) => {
  const words = useWords(workforceWords)
  const clock = useClock()
  const validity = validityOf(certification, clock.today())
  const date = (value: string | null) => (value ? clock.date(value, 'short') : '')
  const { validFrom, validUntil } = certification
  const texts = {
    expired: words.expiredOn(date(validUntil)),
    expiring: words.expiresOn(date(validUntil)),
    coming: words.validFromOn(date(validFrom)),
    valid: validUntil ? words.validUntilOn(date(validUntil)) : words.valid,
  }
  return <Badge {...looks[validity]}>{texts[validity]}</Badge>
}
