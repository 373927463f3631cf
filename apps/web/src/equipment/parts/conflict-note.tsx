import type { EquipmentPlan } from '@regie/contract/planning-equipment'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Note } from '../../ui/note.tsx'
import { equipmentWords } from '../words.ts'

/** More asked for than there is, and people planned while a booking keeps them. */
export const ConflictNote = ({ items }: { items: readonly EquipmentPlan[] }) => {
  const words = useWords(equipmentWords)
  const clock = useClock()
  const when = (from: string, until: string) => `${clock.dateAt(from)}, ${clock.range(from, until)}`
  const lines = items.flatMap(({ id, name, shortages, kept }) => [
    ...shortages.map(({ startsAt, endsAt, used, count }) => ({
      key: `${id} ${startsAt}`,
      text: words.shortage(name, when(startsAt, endsAt), used, count),
    })),
    ...kept.map((one) => ({
      key: `${one.bookingId} ${one.workOrderId}`,
      text: words.kept(
        one.technicianName,
        `${one.title} · ${one.siteName}`,
        when(one.startsAt, one.endsAt),
        one.label,
      ),
    })),
  ])
  if (lines.length === 0) return null
  return (
    <Note tone="warn" title={words.conflicts}>
      <ul className="list-disc pl-5">
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Note>
  )
}
