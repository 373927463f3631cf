import * as links from '@regie/contract/answer-links'
import * as receipts from '@regie/contract/message-receipts'
import type { MessageChannel } from '@regie/contract/messages'
import { askOutlook as outlookContract } from '@regie/contract/news-outlook'
import * as contract from '@regie/contract/notifications'
import * as push from '@regie/contract/push'
import { fail } from '../platform/errors.ts'
import { act, open, own, type Route, read } from '../platform/http/bind.ts'
import { answerShift } from './answer-shift.ts'
import {
  answerByLink,
  answerBySms,
  answerOfferByLink,
  answerPollByLink,
  readAnswerPage,
} from './answers.ts'
import { isFromMailServer, isFromProvider, isFromTwilio } from './channels/callers.ts'
import { vapidKeys } from './channels/push.ts'
import {
  readInbox,
  resetTemplate,
  retryMessage,
  saveSettings,
  saveTemplate,
  subscribePush,
  unsubscribePush,
} from './commands.ts'
import { savePreferencesByLink } from './linked-preferences.ts'
import { askOutlook } from './outlook.ts'
import { readOwnPreferences, savePreferences } from './preferences.ts'
import { settleReceipt } from './receipts.ts'
import {
  markSheetByLink,
  sendSheetByLink,
  sendSheetDocumentByLink,
  sendSheetPlanByLink,
} from './sheet-answers.ts'
import { pageOfInbox } from './store/inbox.ts'
import { pageOfMessages } from './store/messages.ts'
import { readSettings, readTemplates } from './store/settings.ts'

export const routes: readonly Route[] = [
  read(contract.getNotificationSettings, 'notifications.read', async (tx) => {
    const settings = await readSettings(tx)
    const { mail, sms } = tx.config
    const connected: Record<MessageChannel, boolean> = {
      email: mail.smtpUrl !== undefined,
      sms: sms.provider !== 'off',
      push: true,
      slack: settings.slackUrl !== '',
      inbox: true,
    }
    const channels = (Object.keys(connected) as MessageChannel[]).map((channel) => ({
      channel,
      connected: connected[channel],
    }))
    return { ...settings, channels }
  }),
  act(contract.saveNotificationSettings, saveSettings, ({ body }) => body),
  read(contract.listTemplates, 'notifications.read', (tx) => readTemplates(tx)),
  act(contract.saveTemplate, saveTemplate, ({ params, body }) => ({ ...params, ...body })),
  act(contract.resetTemplate, resetTemplate, ({ params }) => params),
  read(contract.listMessages, 'notifications.read', (tx, { query }) => pageOfMessages(tx, query)),
  act(outlookContract, askOutlook, ({ body }) => body),
  act(contract.retryMessage, retryMessage, ({ params }) => params),
  read(contract.listInbox, 'notifications.own', (tx, { query }) => pageOfInbox(tx, query)),
  act(contract.readInbox, readInbox, ({ body }) => body),
  read(contract.getPreferences, 'notifications.own', readOwnPreferences),
  act(contract.savePreferences, savePreferences, ({ body }) => body),
  own(push.getPushKey, async (_input, { services }) => ({
    publicKey: vapidKeys(services.config).publicKey,
  })),
  act(push.subscribePush, subscribePush, ({ body }) => body),
  act(push.unsubscribePush, unsubscribePush, ({ body }) => body),
  act(contract.answerShift, answerShift, ({ body }) => body),
  open(links.getAnswerPage, ({ params }, { services }) => readAnswerPage(services, params.token)),
  open(links.giveAnswer, ({ params, body }, { services }) =>
    answerByLink(services, params.token, body),
  ),
  open(links.answerOffer, ({ params, body }, { services }) =>
    answerOfferByLink(services, params.token, { askId: params.askId, ...body }),
  ),
  open(links.answerPollByLink, ({ params, body }, { services }) =>
    answerPollByLink(services, params.token, { pollId: params.pollId, ...body }),
  ),
  open(links.savePreferencesByLink, ({ params, body }, { services }) =>
    savePreferencesByLink(services, params.token, body),
  ),
  open(links.markSheetByLink, ({ params: { token, projectId }, body }, { services }) =>
    markSheetByLink(services, token, { projectId, ...body }),
  ),
  open(links.printSheetByLink, async ({ params }, { services, reply }) =>
    sendSheetByLink(services, params, reply),
  ),
  open(links.readSheetDocumentByLink, async ({ params }, { services, reply }) =>
    sendSheetDocumentByLink(services, params, reply),
  ),
  open(links.readSheetPlanByLink, async ({ params }, { services, reply }) =>
    sendSheetPlanByLink(services, params, reply),
  ),
  open(receipts.takeTwilioReply, async ({ body }, { services, request, reply }) => {
    const url = `${services.publicUrl()}${receipts.takeTwilioReply.path}`
    if (!isFromTwilio(services.config, url, body, request.headers['x-twilio-signature']))
      throw fail('forbidden', { permission: 'twilio' })
    const answer = await answerBySms(services, { from: body.From ?? '', text: body.Body ?? '' })
    reply.header('content-type', 'text/xml; charset=utf-8').send(twiml(answer))
    return {}
  }),
  open(receipts.takeTwilioStatus, async ({ body }, { services, request }) => {
    const url = `${services.publicUrl()}${receipts.takeTwilioStatus.path}`
    if (!isFromTwilio(services.config, url, body, request.headers['x-twilio-signature']))
      throw fail('forbidden', { permission: 'twilio' })
    await settleReceipt(services, {
      providerId: body.MessageSid ?? '',
      status: body.MessageStatus ?? '',
      error: body.ErrorCode ?? '',
    })
    return {}
  }),
  open(receipts.takeSmsReply, async ({ body }, { services, request }) => {
    if (!isFromProvider(services.config, request.headers.authorization))
      throw fail('forbidden', { permission: 'sms' })
    return { answer: (await answerBySms(services, body)) ?? null }
  }),
  open(receipts.takeSmsReceipt, async ({ body }, { services, request }) => {
    if (!isFromProvider(services.config, request.headers.authorization))
      throw fail('forbidden', { permission: 'sms' })
    await settleReceipt(services, { providerId: body.id, status: body.status, error: body.error })
    return {}
  }),
  open(receipts.takeMailReceipt, async ({ body }, { services, request }) => {
    if (!isFromMailServer(services.config, request.headers.authorization))
      throw fail('forbidden', { permission: 'mail' })
    const { id, status, error } = body
    await settleReceipt(services, { providerId: `<${id.replace(/^<|>$/g, '')}>`, status, error })
    return {}
  }),
]

/** What Twilio is to answer; nothing when there is nothing to say. */
const twiml = (answer: string | undefined): string => {
  const text = answer?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${text ? `<Message>${text}</Message>` : ''}</Response>`
}
