import { type Booking, createBooking } from '@regie/contract/equipment'
import type { LocalDate } from '@regie/contract/kernel'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { InstantField } from '../../ui/instant-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { TechnicianField } from '../../workforce/index.ts'
import { useCreateBooking, useEquipment, useRemoveBooking, useUpdateBooking } from '../api.ts'
import { kindIcons } from '../kind-icons.ts'
import { equipmentWords } from '../words.ts'

const FORM = 'booking'

type Props = {
  /** Null: a new one. */
  readonly booking: Booking | null
  readonly equipmentId?: string | undefined
  readonly date: LocalDate
  readonly onClose: () => void
}

const useBookingForm = ({ booking, equipmentId, date, onClose }: Props) => {
  const clock = useClock()
  const create = useCreateBooking()
  const update = useUpdateBooking()
  const [isOverbooked, setOverbooked] = useState(false)
  const form = useForm(
    createBooking.body,
    booking ?? {
      ...{ equipmentId: equipmentId ?? '', quantity: 1, label: '' },
      startsAt: clock.instantOf(date, '08:00'),
      endsAt: clock.instantOf(date, '18:00'),
    },
  )
  const save = useSaving(form, booking, {
    create: (body) => create.actAsync({ body }),
    update: ({ id }, body) => update.actAsync({ params: { bookingId: id }, body }),
    onSaved: onClose,
  })
  const submit = async (draft: Parameters<typeof save>[0]) => {
    try {
      await save(draft)
    } catch (error) {
      // The second yes is asked for only where there is something to say yes to.
      if (toProblem(error).code === 'equipment_overbooked') setOverbooked(true)
      throw error
    }
  }
  return { form, submit, isOverbooked }
}

export const BookingDrawer = (props: Props) => {
  const { booking, onClose } = props
  const words = useWords(equipmentWords)
  const { form, submit, isOverbooked } = useBookingForm(props)
  return (
    <Drawer
      title={booking ? words.editBooking : words.newBooking}
      isOpen
      onClose={onClose}
      actions={
        <>
          {booking && <Remove booking={booking} onDone={onClose} />}
          <FormActions form={form} id={FORM} onClose={onClose} />
        </>
      }
    >
      <Form form={form} id={FORM} onSubmit={submit}>
        <p className="text-ink-2">{words.bookingText}</p>
        <Fields form={form} />
        {isOverbooked && (
          <FormField form={form} name="knowingly">
            {(bind) => (
              <Checkbox
                label={words.knowingly}
                value={bind.value ?? false}
                onChange={bind.onChange}
              />
            )}
          </FormField>
        )}
      </Form>
    </Drawer>
  )
}

const Fields = ({ form }: { form: ReturnType<typeof useBookingForm>['form'] }) => {
  const words = useWords(equipmentWords)
  const { data } = useEquipment(false)
  const options = (data ?? []).map(({ id, name, quantity, kind }) => ({
    ...{ id, label: quantity > 1 ? words.times(quantity, name) : name, icon: kindIcons[kind] },
  }))
  return (
    <>
      <div className="grid grid-cols-[1fr_7rem] gap-4">
        <FormField form={form} name="equipmentId">
          {(bind) => (
            <Select
              label={words.item}
              placeholder={words.choose}
              options={options}
              {...bind}
              value={bind.value || null}
            />
          )}
        </FormField>
        <FormField form={form} name="quantity">
          {(bind) => (
            <NumberField
              label={words.howMany}
              min={1}
              {...bind}
              onChange={(count) => bind.onChange(count ?? 1)}
            />
          )}
        </FormField>
      </div>
      <FormField form={form} name="label">
        {(bind) => <TextField label={words.label} placeholder={words.labelHint} {...bind} />}
      </FormField>
      <FormField form={form} name="startsAt">
        {(bind) => <InstantField label={words.startsAt} usualTime="08:00" {...bind} />}
      </FormField>
      <FormField form={form} name="endsAt">
        {(bind) => <InstantField label={words.endsAt} usualTime="18:00" {...bind} />}
      </FormField>
      <FormField form={form} name="technicianId">
        {(bind) => (
          <TechnicianField
            label={words.who}
            description={words.whoHelp}
            isOptional
            {...bind}
            value={bind.value ?? null}
          />
        )}
      </FormField>
    </>
  )
}

const Remove = ({ booking, onDone }: { booking: Booking; onDone: () => void }) => {
  const words = useWords(equipmentWords)
  const { actAsync: remove } = useRemoveBooking()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button tone="danger" icon={Trash2} onPress={() => setAsking(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        title={words.removeBooking}
        confirm={words.remove}
        tone="danger"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await remove({
            params: { bookingId: booking.id },
            body: { version: booking.version },
          })
          onDone()
        }}
      >
        <p>{words.removeBookingText}</p>
      </ConfirmDialog>
    </>
  )
}
