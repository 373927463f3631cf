// Server state of hours.
import { listHours } from '@regie/contract/field-hours'
import { fieldworkEvents } from '@regie/contract/fieldwork'
import { refreshOn } from '../lib/live.tsx'
import { useRead } from '../lib/server-state.tsx'

refreshOn(
  Object.keys(fieldworkEvents).filter(
    (name) => name.startsWith('progress_') || name === 'entries_decided',
  ),
  [listHours],
)

export const useHours = (from: string, until: string) =>
  useRead(listHours, { query: { from, until } }, { keepPrevious: true })
