import type { EquipmentNeed } from '@regie/contract/equipment'
import { Plus, X } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useEquipment } from '../api.ts'
import { kindIcons } from '../kind-icons.ts'
import { equipmentWords } from '../words.ts'

type Draft = Partial<EquipmentNeed> & { readonly equipmentId: string }

type Props = {
  readonly value: readonly Draft[] | null | undefined
  readonly onChange: (value: Draft[]) => void
  readonly onBlur: () => void
  readonly errorAt: (index: number, field: keyof EquipmentNeed) => string | undefined
}

/** Equipment and vehicles that work holds while it lasts, one line each. */
export const NeedsField = ({ value, onChange, onBlur, errorAt }: Props) => {
  const words = useWords(equipmentWords)
  const { data } = useEquipment(false)
  const mayRead = useCan()('equipment.read')
  const needs = value ?? []
  const set = (index: number, changes: Partial<Draft>) =>
    onChange(needs.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  const asked = new Set(needs.map(({ equipmentId }) => equipmentId))
  const options = (data ?? []).map(({ id, name, quantity, kind }) => ({
    ...{ id, label: quantity > 1 ? words.times(quantity, name) : name, icon: kindIcons[kind] },
  }))
  if (!mayRead) return null
  return (
    <div className="flex flex-col gap-2">
      {needs.length === 0 && (
        <p className="text-ink-2">{data?.length === 0 ? words.nothingToAsk : words.noNeeds}</p>
      )}
      {needs.map((one, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={index}
          className="grid grid-cols-[1fr_7rem_auto] items-start gap-2"
        >
          <Select
            label={words.item}
            isLabelHidden
            placeholder={words.choose}
            value={one.equipmentId || null}
            options={options.filter(({ id }) => id === one.equipmentId || !asked.has(id))}
            onChange={(equipmentId) => set(index, { equipmentId })}
            onBlur={onBlur}
            error={errorAt(index, 'equipmentId')}
          />
          <NumberField
            label={words.howMany}
            isLabelHidden
            min={1}
            value={one.quantity ?? 1}
            onChange={(quantity) => set(index, { quantity: quantity ?? 1 })}
            onBlur={onBlur}
            error={errorAt(index, 'quantity')}
          />
          <IconButton
            icon={X}
            label={words.remove}
            onPress={() => onChange(needs.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {options.some(({ id }) => !asked.has(id)) && (
        <div>
          <Button
            size="small"
            icon={Plus}
            onPress={() => onChange([...needs, { equipmentId: '', quantity: 1 }])}
          >
            {words.addNeed}
          </Button>
        </div>
      )}
    </div>
  )
}
