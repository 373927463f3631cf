// What accepting work means, told to whoever signs and printed above the signature alike. Pure.
import type { Acceptance } from './report-content.ts'
import type { Language } from './roles.ts'

/** `day` as the reader writes it; empty for a refusal, which takes no effect. */
export function acceptanceEffect(
  kind: Acceptance['kind'],
  day: string,
  language: Language,
): string {
  const isFrench = language === 'fr'
  switch (kind) {
    case 'without_reserves':
      return isFrench
        ? `La réception prend effet le ${day}. Un défaut visible qui n’est pas signalé ici est accepté.`
        : `Acceptance takes effect on ${day}. A visible defect that is not told here is accepted.`
    case 'with_reserves':
      return isFrench
        ? `La réception prend effet le ${day}, et pour ce qui est réservé le jour où les réserves sont levées. Un défaut visible qui n’est pas signalé ici est accepté.`
        : `Acceptance takes effect on ${day}, and for what is reserved on the day the reserves are lifted. A visible defect that is not told here is accepted.`
    case 'refused':
      return ''
    default:
      return kind satisfies never
  }
}
