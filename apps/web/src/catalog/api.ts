// Server state of priorities and intervention templates.
import {
  archivePriority,
  archiveTemplate,
  catalogEvents,
  createPriority,
  createTemplate,
  getTemplate,
  listPriorities,
  listTemplates,
  type Priority,
  updatePriority,
  updateTemplate,
} from '@regie/contract/catalog'
import { archivePart, createPart, listParts, partEvents, updatePart } from '@regie/contract/parts'
import { useMemo } from 'react'
import type { CallInput } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, usePages, useRead } from '../lib/server-state.tsx'

const reads = [listPriorities, listTemplates, getTemplate]
refreshOn(Object.keys(catalogEvents), reads)
const options = { invalidates: reads }

export const usePriorities = (archived = false) =>
  useRead(listPriorities, { query: { archived: String(archived) } })
export const useCreatePriority = () => useAct(createPriority, options)
export const useUpdatePriority = () => useAct(updatePriority, options)
export const useArchivePriority = () => useAct(archivePriority, options)

/** Priorities by id, also those that are archived. */
export const usePriorityBook = (): ReadonlyMap<string, Priority> => {
  const { data } = usePriorities()
  const { data: old } = usePriorities(true)
  return useMemo(
    () => new Map([...(data ?? []), ...(old ?? [])].map((one) => [one.id, one])),
    [data, old],
  )
}

export const useTemplates = (query: CallInput<typeof listTemplates>['query']) =>
  usePages(listTemplates, { query })
export const useTemplate = (templateId: string | null) =>
  useRead(
    getTemplate,
    { params: { templateId: templateId ?? '' } },
    { enabled: templateId !== null },
  )
export const useCreateTemplate = () => useAct(createTemplate, options)
export const useUpdateTemplate = () => useAct(updateTemplate, options)
export const useArchiveTemplate = () => useAct(archiveTemplate, options)

const partReads = [listParts]
refreshOn(Object.keys(partEvents), partReads)
export const useParts = (archived: boolean) =>
  useRead(listParts, { query: { archived: String(archived) } })
export const useCreatePart = () => useAct(createPart, { invalidates: partReads })
export const useUpdatePart = () => useAct(updatePart, { invalidates: partReads })
export const useArchivePart = () => useAct(archivePart, { invalidates: partReads })
