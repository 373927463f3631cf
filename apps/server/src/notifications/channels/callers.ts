// Who calls back: Twilio, the provider of SMS that takes our JSON, or whoever runs the mail server.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../../platform/config.ts'

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
  sms.provider === 'http' && shows(sms.token, authorization)

export const isFromMailServer = ({ mail }: Config, authorization: unknown): boolean =>
  shows(mail.token, authorization)

const shows = (token: string | undefined, authorization: unknown): boolean =>
  token !== undefined &&
  typeof authorization === 'string' &&
  sameText(`Bearer ${token}`, authorization)

function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
