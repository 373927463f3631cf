// What providers on this machine were handed, and what they say back.
import { createECDH, createHmac, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { address, ask } from './company.ts'
import { twilio } from './setup/twilio.ts'

type Handed = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const provider = (): string => process.env.REGIE_PROVIDER ?? ''

/** Everything that was handed to an address that begins so, in its order. */
const handedTo = (path: string): Handed[] => {
  const folder = process.env.REGIE_HANDED ?? ''
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Handed)
    .filter(({ url }) => url.startsWith(path))
}

/** Texts to a number, the oldest first. */
export const textsTo = (mobile: string): string[] =>
  handedTo('/2010-04-01/')
    .map(({ body }) => new URLSearchParams(body))
    .filter((fields) => fields.get('To') === mobile)
    .map((fields) => fields.get('Body') ?? '')

/** The path of the link in the newest text to a number. */
export const linkIn = (mobile: string): string => {
  const link = textsTo(mobile)
    .reverse()
    .find((text) => text.includes('/a/'))
    ?.match(/https?:\/\/\S+/)?.[0]
  if (!link) throw new Error(`no text to ${mobile} holds a link`)
  return new URL(link).pathname
}

/** What the organisation's channel of Slack reads. */
export const slackSaid = (): string[] =>
  handedTo('/slack/').map(({ body }) =>
    Buffer.from((JSON.parse(body) as { text: string }).text, 'latin1').toString('utf8'),
  )

/** Somebody answers a text: Twilio calls, and signs as it does. Its answer is what they get back. */
export const replyBySms = async (
  request: APIRequestContext,
  from: string,
  text: string,
): Promise<string> => {
  const url = `${address()}/api/public/sms/twilio/reply`
  const signature = createHmac('sha1', twilio.TWILIO_AUTH_TOKEN)
    .update(`${url}Body${text}From${from}`)
    .digest('base64')
  const answer = await request.post(url, {
    headers: { 'x-twilio-signature': signature },
    form: { From: from, Body: text },
  })
  if (!answer.ok()) throw new Error(`the reply was answered with ${answer.status()}`)
  return await answer.text()
}

/** Subscribes whoever is signed in to push; tells what their browser's service was handed. */
export const subscribe = async (request: APIRequestContext, name: string) => {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const path = `/push/${name}`
  await ask(request, 'PUT', '/api/notifications/push-subscription', {
    endpoint: `${provider()}${path}`,
    keys: {
      p256dh: keys.getPublicKey('base64url'),
      auth: randomBytes(16).toString('base64url'),
    },
  })
  return (): Handed[] => handedTo(path)
}

/** Nobody's night, news at once, and a channel of Slack: whatever the hour at which the tests run. */
export const tellAtOnce = async (request: APIRequestContext): Promise<void> => {
  const path = '/api/notifications/settings'
  const { channels: _, ...settings } = await ask(request, 'GET', path)
  await ask(request, 'PUT', path, {
    ...settings,
    ...{ quietFrom: '00:00', quietUntil: '00:00', urgentHours: 168 },
    slackUrl: `${provider()}/slack/bureau`,
  })
}
