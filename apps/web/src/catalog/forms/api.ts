// Server state of forms.
import {
  archiveForm,
  createForm,
  formEvents,
  getForm,
  installFormPack,
  listForms,
  listFormVersions,
  updateForm,
} from '@regie/contract/forms'
import type { CallInput } from '../../lib/call.ts'
import { refreshOn } from '../../lib/live.tsx'
import { useAct, usePages, useRead } from '../../lib/server-state.tsx'

const reads = [listForms, getForm, listFormVersions]
refreshOn(Object.keys(formEvents), reads)
const options = { invalidates: reads }

export const useForms = (query: CallInput<typeof listForms>['query']) =>
  usePages(listForms, { query })
export const useFormOf = (formId: string) => useRead(getForm, { params: { formId } })
export const useFormVersions = (formId: string, enabled: boolean) =>
  useRead(listFormVersions, { params: { formId } }, { enabled })
export const useCreateForm = () => useAct(createForm, options)
export const useUpdateForm = () => useAct(updateForm, options)
export const useArchiveForm = () => useAct(archiveForm, options)
export const useInstallPack = () => useAct(installFormPack, options)
