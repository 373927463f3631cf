// Server state of the office's view of field work; the phone keeps its own.
import {
  decideAbsence,
  decideEntries,
  fieldworkEvents,
  listOpenEntries,
  readFieldLog,
  sendFieldCommands,
} from '@regie/contract/fieldwork'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'

const reads = [listOpenEntries]
refreshOn(['entry_set_aside', 'entries_decided', 'absence_requested', 'absence_decided'], reads)
refreshOn(Object.keys(fieldworkEvents), [readFieldLog])

export const useOpenEntries = () => useRead(listOpenEntries)
export const useDecideEntries = () => useAct(decideEntries, { invalidates: reads })
export const useDecideAbsence = () => useAct(decideAbsence, { invalidates: reads })

export const useFieldLog = (workOrderId: string) =>
  useRead(readFieldLog, { params: { workOrderId } })
/** The office tells as phones do: a note, a time put right. */
export const useTellWork = () => useAct(sendFieldCommands, { invalidates: [readFieldLog] })
