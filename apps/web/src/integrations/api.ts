// Server state of imports.
import {
  changeImport,
  checkImport,
  discardImport,
  getImport,
  type ImportDraft,
  integrationEvents,
  listImports,
  openImport,
  runImport,
} from '@regie/contract/integrations'
import { useState } from 'react'
import { call } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { type ProblemError, toProblem } from '../lib/problem.ts'
import { useAct, useCached, usePages, useRead } from '../lib/server-state.tsx'

refreshOn(Object.keys(integrationEvents), [listImports, getImport])

export const useImports = () => usePages(listImports, { query: {} })
export const useImport = (importId: string) => useRead(getImport, { params: { importId } })

/** Each look is a dry run over the whole file; an imported file has nothing left to check. */
export const useImportCheck = ({ id, state }: Pick<ImportDraft, 'id' | 'state'>) =>
  useRead(checkImport, { params: { importId: id } }, { enabled: state === 'open', staleMs: 0 })

/** The answer is the new state of the import: shown at once, and checked again. */
const useKeep = () => {
  const cached = useCached()
  return (draft: ImportDraft) => {
    cached.set(getImport, { params: { importId: draft.id } }, () => draft)
    cached.refresh(checkImport, listImports)
  }
}

export const useChangeImport = () => useAct(changeImport, { onDone: useKeep() })
export const useRunImport = () => useAct(runImport, { onDone: useKeep() })
export const useDiscardImport = () => useAct(discardImport, { invalidates: [listImports] })

/** Files go as they are: their bytes are no part of a cache key. */
export const useOpenImport = (onDone: (draft: ImportDraft) => void) => {
  const cached = useCached()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)
  const open = async (file: File): Promise<void> => {
    setPending(true)
    setError(null)
    try {
      const body = new Uint8Array(await file.arrayBuffer())
      const draft = await call(openImport, { query: { fileName: file.name }, body })
      cached.refresh(listImports)
      onDone(draft)
    } catch (failure) {
      setError(toProblem(failure))
    } finally {
      setPending(false)
    }
  }
  return { open, isPending, error }
}
