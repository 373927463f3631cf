import * as contract from '@regie/contract/equipment'
import { act, type Route, read } from '../platform/http/bind.ts'
import { createBooking, removeBooking, updateBooking } from './commands/bookings.ts'
import { archiveEquipment, createEquipment, updateEquipment } from './commands/items.ts'
import { listItems } from './store/items.ts'

export const routes: readonly Route[] = [
  read(contract.listEquipment, 'equipment.read', (tx, { query }) => listItems(tx, query)),
  act(contract.createEquipment, createEquipment, ({ body }) => body),
  act(contract.updateEquipment, updateEquipment, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.archiveEquipment, archiveEquipment, ({ params, body }) => ({ ...params, ...body })),
  act(contract.createBooking, createBooking, ({ body: { knowingly, ...draft } }) => ({
    draft,
    knowingly,
  })),
  act(
    contract.updateBooking,
    updateBooking,
    ({ params, body: { version, knowingly, ...draft } }) => ({
      ...params,
      version,
      knowingly,
      draft,
    }),
  ),
  act(contract.removeBooking, removeBooking, ({ params, body }) => ({ ...params, ...body })),
]
