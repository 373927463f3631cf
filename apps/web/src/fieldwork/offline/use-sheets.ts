import type { OwnSheet } from '@regie/contract/call-sheets'
import { liveQuery } from 'dexie'
import { useEffect, useMemo, useState } from 'react'
import type { QueuedCommand } from './database.ts'
import { usePhoneStore } from './phone.tsx'

/** What was told here and is not there yet counts on screen. */
export function overlaySheet(sheet: OwnSheet, queued: readonly QueuedCommand[]): OwnSheet {
  const own = queued.flatMap(({ command: { what, deviceAt }, state }) =>
    what.kind === 'call_sheet' && what.projectId === sheet.projectId && state !== 'refused'
      ? [{ ...what, deviceAt }]
      : [],
  )
  const said = own.filter(({ number }) => number >= sheet.since)
  const confirmed = said.find(({ isConfirmed }) => isConfirmed)
  return {
    ...sheet,
    readAt: sheet.readAt ?? said[0]?.deviceAt ?? null,
    acknowledgedAt: sheet.acknowledgedAt ?? confirmed?.deviceAt ?? null,
  }
}

const firstHour = ({ content }: OwnSheet): string => content.duties[0]?.startsAt ?? ''

/** The call sheets on this phone, the next production first; null while they are read. */
export const useSheets = (): readonly OwnSheet[] | null => {
  const { db, held } = usePhoneStore()
  const [kept, setKept] = useState<readonly OwnSheet[] | null>(null)
  useEffect(() => {
    const watch = liveQuery(() => db.sheets.toArray()).subscribe({
      next: setKept,
      error: () => setKept([]),
    })
    return () => watch.unsubscribe()
  }, [db])
  const commands = held?.commands
  return useMemo(
    () =>
      kept
        ?.map((sheet) => overlaySheet(sheet, commands ?? []))
        .sort((a, b) => Date.parse(firstHour(a)) - Date.parse(firstHour(b))) ?? null,
    [kept, commands],
  )
}
