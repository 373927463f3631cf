// SMS by Twilio's API (`POST /2010-04-01/Accounts/{sid}/Messages.json`), or by any provider that takes our JSON.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { inCheapLetters } from '@regie/contract/sms'
import type { Config } from '../../platform/config.ts'
import type { Services } from '../../platform/services.ts'
import type { Claimed } from '../store/messages.ts'
import { ask, type Outcome, readRefusal } from './outcome.ts'

export const TWILIO_STATUS = '/api/public/sms/twilio/status'

export async function sendSms({ config, publicUrl }: Services, message: Claimed): Promise<Outcome> {
  const { provider } = config.sms
  if (provider === 'off') return { kind: 'kept' }
  const text = inCheapLetters(message.body)
  const answer =
    provider === 'twilio'
      ? await askTwilio(config, publicUrl(), message, text)
      : await askProvider(config, message, text)
  if (!(answer instanceof Response)) return answer
  if (!answer.ok) return await readRefusal(answer)
  const { sid, id } = (await answer.json().catch(() => ({}))) as { sid?: string; id?: string }
  return { kind: 'handed_over', providerId: sid ?? id ?? message.id }
}

function askTwilio({ sms }: Config, publicUrl: string, { address }: Claimed, text: string) {
  const account = sms.twilioAccountSid ?? ''
  const base = sms.url ?? 'https://api.twilio.com'
  return ask(`${base}/2010-04-01/Accounts/${account}/Messages.json`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${account}:${sms.twilioAuthToken}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      To: address,
      From: sms.from,
      Body: text,
      StatusCallback: `${publicUrl}${TWILIO_STATUS}`,
    }),
  })
}

/** Ours: `{ id, to, from, text }` with the message's id as `Idempotency-Key`; answers 2xx, with an `id` if it has one. */
function askProvider({ sms }: Config, { id, address }: Claimed, text: string) {
  return ask(sms.url ?? '', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sms.token}`,
      'content-type': 'application/json',
      'idempotency-key': id,
    },
    body: JSON.stringify({ id, to: address, from: sms.from, text }),
  })
}

/** Twilio signs the address it calls with every field, sorted by name, by HMAC-SHA1 of the account's token. */
export function isFromTwilio(
  { sms }: Config,
  url: string,
  fields: Readonly<Record<string, string>>,
  signature: unknown,
): boolean {
  if (sms.provider !== 'twilio' || !sms.twilioAuthToken || typeof signature !== 'string')
    return false
  const text = Object.keys(fields)
    .sort()
    .reduce((told, name) => told + name + fields[name], url)
  return sameText(createHmac('sha1', sms.twilioAuthToken).update(text).digest('base64'), signature)
}

export const isFromProvider = ({ sms }: Config, authorization: unknown): boolean =>
  sms.provider === 'http' &&
  sms.token !== undefined &&
  typeof authorization === 'string' &&
  sameText(`Bearer ${sms.token}`, authorization)

function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
