// SMS by Twilio's API (`POST /2010-04-01/Accounts/{sid}/Messages.json`), or by any provider that takes our JSON.
import { inCheapLetters } from '@regie/contract/sms'
import type { Config } from './config.ts'
import { ask, type Outcome, readRefusal } from './providers.ts'
import type { Services } from './services.ts'

export const TWILIO_STATUS = '/api/public/sms/twilio/status'

/** `id` is known again by providers that take an idempotency key; `address` is E.164. */
type Text = { readonly id: string; readonly address: string; readonly body: string }

export async function sendSms(
  { config, publicUrl }: Pick<Services, 'config' | 'publicUrl'>,
  message: Text,
): Promise<Outcome> {
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

function askTwilio({ sms }: Config, publicUrl: string, { address }: Text, text: string) {
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
function askProvider({ sms }: Config, { id, address }: Text, text: string) {
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
