import type { EquipmentOfWork, KeptPerson } from '@regie/contract/planning-equipment'
import { TriangleAlert } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { useEquipmentOfWork } from '../api.ts'
import { equipmentWords } from '../words.ts'

type Props = { readonly workOrderId: string; readonly isPlanned: boolean }

/** What a work order needs of equipment and vehicles, and where that is more than there is. */
export const EquipmentCard = ({ workOrderId, isPlanned }: Props) => {
  const words = useWords(equipmentWords)
  const { data } = useEquipmentOfWork(workOrderId)
  if (!data || data.items.length + data.kept.length === 0) return null
  return (
    <Card title={words.needs}>
      <ul className="flex flex-col divide-y divide-line">
        {data.items.map((item) => (
          <Line key={item.equipmentId} item={item} isPlanned={isPlanned} />
        ))}
        {data.kept.map((one) => (
          <Kept key={one.bookingId + one.technicianId} one={one} />
        ))}
      </ul>
    </Card>
  )
}

const Line = ({ item, isPlanned }: { item: EquipmentOfWork; isPlanned: boolean }) => {
  const words = useWords(equipmentWords)
  const { name, quantity, count, shortages } = item
  return (
    <li className="py-1.5">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span>{words.times(quantity, name)}</span>
        {shortages.length === 0 && (
          <span className="text-ink-2">{isPlanned ? words.enough : words.unplanned}</span>
        )}
      </p>
      {shortages.map(({ startsAt, endsAt, used, others }) => (
        <Fault key={startsAt} from={startsAt} until={endsAt}>
          {words.takenBy(used, count, others.join(' · '))}
        </Fault>
      ))}
    </li>
  )
}

const Kept = ({ one }: { one: KeptPerson }) => (
  <li className="py-1.5">
    <Fault from={one.startsAt} until={one.endsAt}>
      {one.technicianName} · {one.label}
    </Fault>
  </li>
)

type FaultProps = {
  readonly from: string
  readonly until: string
  readonly children: React.ReactNode
}

const Fault = ({ from, until, children }: FaultProps) => {
  const clock = useClock()
  return (
    <p className="flex items-start gap-2 text-bad">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {clock.dateAt(from)}, {clock.range(from, until)} : {children}
      </span>
    </p>
  )
}
