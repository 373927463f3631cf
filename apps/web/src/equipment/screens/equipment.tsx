import type { Booking, EquipmentItem } from '@regie/contract/equipment'
import type { LocalDate } from '@regie/contract/kernel'
import { CalendarClock, ChevronLeft, ChevronRight, Plus, Truck } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { addDays, daysFrom, mondayOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useEquipment, useEquipmentPlan } from '../api.ts'
import { BookingDrawer } from '../parts/booking-drawer.tsx'
import { ConflictNote } from '../parts/conflict-note.tsx'
import { ItemDrawer } from '../parts/item-drawer.tsx'
import { WeekGrid } from '../parts/week-grid.tsx'
import { equipmentWords } from '../words.ts'

const addressSchema = z.object({ week: z.iso.date().optional(), archived: z.boolean().optional() })

type Opened =
  | { readonly what: 'item'; readonly item: EquipmentItem | null }
  | { readonly what: 'booking'; readonly booking: Booking | null }

/** Equipment and vehicles: what there is, and over a week who has it. */
export const Equipment = () => {
  const words = useWords(equipmentWords)
  const clock = useClock()
  const mayWrite = useCan()('equipment.write')
  const [{ week, archived = false }, setAddress] = useAddressState(addressSchema)
  const [opened, setOpened] = useState<Opened | null>(null)
  const monday = mondayOf(week ?? clock.today())
  const close = () => setOpened(null)
  const openItem = (item: EquipmentItem | null) => mayWrite && setOpened({ what: 'item', item })
  const openBooking = (booking: Booking | null) =>
    mayWrite && setOpened({ what: 'booking', booking })
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.text}
        actions={
          mayWrite && (
            <>
              <Button icon={CalendarClock} onPress={() => openBooking(null)}>
                {words.book}
              </Button>
              <Button tone="primary" icon={Plus} onPress={() => openItem(null)}>
                {words.add}
              </Button>
            </>
          )
        }
      />
      <Page>
        {archived ? (
          <Archived
            onItem={openItem}
            onArchivedChange={(value) => setAddress({ archived: value || undefined })}
          />
        ) : (
          <Week
            monday={monday}
            onWeek={(date) => setAddress({ week: date })}
            onArchived={() => setAddress({ archived: true })}
            onItem={openItem}
            onBooking={openBooking}
          />
        )}
      </Page>
      {opened?.what === 'item' && <ItemDrawer item={opened.item} onClose={close} />}
      {opened?.what === 'booking' && (
        <BookingDrawer
          booking={opened.booking}
          date={week ? monday : clock.today()}
          onClose={close}
        />
      )}
    </>
  )
}

type WeekProps = {
  readonly monday: LocalDate
  readonly onWeek: (monday: LocalDate | undefined) => void
  readonly onArchived: () => void
  readonly onItem: (item: EquipmentItem) => void
  readonly onBooking: (booking: Booking) => void
}

const Week = ({ monday, onWeek, onArchived, onItem, onBooking }: WeekProps) => {
  const words = useWords(equipmentWords)
  const clock = useClock()
  const days = daysFrom(monday, 7)
  const span = {
    from: clock.dayBounds(monday).from,
    until: clock.dayBounds(addDays(monday, 6)).until,
  }
  return (
    <Loaded read={useEquipmentPlan(span)}>
      {({ items }) => (
        <>
          <ConflictNote items={items} />
          <Card isFlush>
            <FilterBar>
              <Button onPress={() => onWeek(undefined)}>{words.thisWeek}</Button>
              <span className="flex items-center">
                <IconButton
                  icon={ChevronLeft}
                  label={words.previous}
                  onPress={() => onWeek(addDays(monday, -7))}
                />
                <IconButton
                  icon={ChevronRight}
                  label={words.next}
                  onPress={() => onWeek(addDays(monday, 7))}
                />
              </span>
              <span className="nums font-semibold">
                {clock.days(monday, addDays(monday, 6), true)}
              </span>
              <span className="ml-auto">
                <Checkbox label={words.archived} value={false} onChange={onArchived} />
              </span>
            </FilterBar>
            {items.length === 0 ? (
              <EmptyState icon={Truck} title={words.none} text={words.noneText} />
            ) : (
              <WeekGrid items={items} days={days} onItem={onItem} onBooking={onBooking} />
            )}
          </Card>
        </>
      )}
    </Loaded>
  )
}

type ArchivedProps = {
  readonly onItem: (item: EquipmentItem) => void
  readonly onArchivedChange: (archived: boolean) => void
}

const Archived = ({ onItem, onArchivedChange }: ArchivedProps) => {
  const words = useWords(equipmentWords)
  const columns: Column<EquipmentItem>[] = [
    { id: 'name', header: words.name, isMain: true, cell: ({ name }) => name },
    { id: 'kind', header: words.kind, from: 'sm', cell: ({ kind }) => words.kinds[kind] },
    { id: 'quantity', header: words.howMany, align: 'end', cell: ({ quantity }) => quantity },
    {
      ...{ id: 'edit', header: words.edit, isHeaderHidden: true, align: 'end' },
      cell: (item) => (
        <Button size="small" onPress={() => onItem(item)}>
          {words.edit}
        </Button>
      ),
    },
  ]
  return (
    <Card isFlush>
      <FilterBar>
        <Checkbox label={words.archived} value onChange={onArchivedChange} />
      </FilterBar>
      <Loaded read={useEquipment(true)}>
        {(items) => (
          <Table
            label={words.title}
            rows={items}
            columns={columns}
            rowKey={({ id }) => id}
            empty={<EmptyState icon={Truck} title={words.noneArchived} />}
          />
        )}
      </Loaded>
    </Card>
  )
}
