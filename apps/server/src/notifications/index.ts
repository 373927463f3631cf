// The front door of notifications.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { sendDue, watchClock } from './jobs/send-due.ts'
import {
  tellOfficeJob,
  tellPollJob,
  tellRenewalJob,
  tellReviewJob,
  tellShiftJob,
} from './jobs/tell-office.ts'
import { noteChanges, noteEndOfDay } from './note-changes.ts'
import { noteAlarms, noteOffers } from './note-offers.ts'
import { notePolls, notePollsOver } from './note-polls.ts'
import { noteRenewals } from './note-renewals.ts'
import { noteReviews } from './note-reviews.ts'
import { noteSheets } from './note-sheets.ts'
import { permissions } from './permissions.ts'
import { reviewRoutes } from './review-answers.ts'
import { routes } from './routes.ts'

export const notifications = defineModule('notifications', import.meta.dirname, {
  permissions,
  routes: [...routes, ...reviewRoutes],
  events: kinds,
  jobs: [
    sendDue,
    watchClock,
    tellOfficeJob,
    tellShiftJob,
    tellRenewalJob,
    tellPollJob,
    tellReviewJob,
  ],
  reactions: [
    noteChanges,
    noteEndOfDay,
    noteOffers,
    noteAlarms,
    noteRenewals,
    notePolls,
    notePollsOver,
    noteSheets,
    noteReviews,
  ],
})

export {
  type ClientLetter,
  type ClientRecipient,
  queueForClients,
  tellOffice,
} from './client-letters.ts'
export { noteReminders, sendAllDue } from './jobs/send-due.ts'
export { ruleOf } from './model.ts'
export { keepClientReply } from './store/messages.ts'
export { readSettings as readNotificationSettings } from './store/settings.ts'
