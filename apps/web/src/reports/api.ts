// Server state of reports at the office.
import {
  getReportSettings,
  putCertificate,
  putReportLogo,
  updateReportSettings,
} from '@regie/contract/report-settings'
import {
  attestAbsence,
  getSigningPaper,
  inviteSigner,
  readVerification,
  sendSigningCode,
  signAtDistance,
  withdrawInvitation,
} from '@regie/contract/report-signing'
import {
  getReport,
  holdReport,
  listReports,
  listUnsigned,
  mailReport,
  previewReport,
  reportEvents,
  sendBackReport,
  validateReport,
} from '@regie/contract/reports'
import type { CallInput } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, usePages, useRead } from '../lib/server-state.tsx'

const reads = [listReports, listUnsigned, getReport, previewReport]
refreshOn(Object.keys(reportEvents), reads)
refreshOn(['report_settings_changed'], [getReportSettings])
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
export const useUnsigned = () => useRead(listUnsigned)
export const usePreview = (workOrderId: string) =>
  useRead(previewReport, { params: { workOrderId } })
export const useInviteSigner = () => useAct(inviteSigner, options)
export const useAttestAbsence = () => useAct(attestAbsence, options)
export const useHoldReport = () => useAct(holdReport, options)
const settingOptions = { invalidates: [getReportSettings] }
export const useReportSettings = () => useRead(getReportSettings)
export const useUpdateReportSettings = () => useAct(updateReportSettings, settingOptions)
export const usePutReportLogo = () => useAct(putReportLogo, settingOptions)
export const usePutCertificate = () => useAct(putCertificate, settingOptions)
