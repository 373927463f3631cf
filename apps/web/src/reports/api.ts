// Server state of reports at the office.
import {
  getReport,
  getSigningPaper,
  listReports,
  mailReport,
  previewReport,
  readVerification,
  reportEvents,
  sendBackReport,
  sendSigningCode,
  signAtDistance,
  validateReport,
  withdrawInvitation,
} from '@regie/contract/reports'
import type { CallInput } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, usePages, useRead } from '../lib/server-state.tsx'

const reads = [listReports, getReport, previewReport]
refreshOn(Object.keys(reportEvents), reads)
const options = { invalidates: reads }

export const useReports = (query: CallInput<typeof listReports>['query']) =>
  usePages(listReports, { query })
export const useReport = (reportId: string) => useRead(getReport, { params: { reportId } })
export const useValidateReport = () => useAct(validateReport, options)
export const useSendBackReport = () => useAct(sendBackReport, options)
export const useMailReport = () => useAct(mailReport, options)
export const useWithdrawInvitation = () => useAct(withdrawInvitation, options)
export const useSigningPaper = (token: string) => useRead(getSigningPaper, { params: { token } })
export const useSendSigningCode = () => useAct(sendSigningCode)
export const useSignAtDistance = () => useAct(signAtDistance)
export const useVerification = (token: string) => useRead(readVerification, { params: { token } })
