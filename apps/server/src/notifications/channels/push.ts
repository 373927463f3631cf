// Web Push (RFC 8030, 8291) with VAPID: to every browser a person subscribed with.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import webPush from 'web-push'
import type { Config } from '../../platform/config.ts'
import { ask, type Outcome, readRefusal } from '../../platform/providers.ts'
import type { Services } from '../../platform/services.ts'
import type { Browser } from '../store/inbox.ts'
import type { Claimed } from '../store/messages.ts'

export type Keys = { readonly publicKey: string; readonly privateKey: string }

/** The installation's key pair: from the environment, else made once and kept in the data folder. */
export function vapidKeys(config: Pick<Config, 'vapid' | 'dataDir'>): Keys {
  if (config.vapid) return config.vapid
  const file = path.join(config.dataDir, 'vapid.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Keys
  } catch {
    const keys = webPush.generateVAPIDKeys()
    mkdirSync(config.dataDir, { recursive: true })
    try {
      writeFileSync(file, JSON.stringify(keys), { mode: 0o600, flag: 'wx' })
      return keys
    } catch {
      return JSON.parse(readFileSync(file, 'utf8')) as Keys // another process was first
    }
  }
}

/** Handed over when one browser took it. `gone` names the subscriptions that are no more. */
export async function sendPush(
  { config, publicUrl }: Services,
  message: Claimed,
  browsers: readonly Browser[],
): Promise<{ outcome: Outcome; gone: readonly string[] }> {
  const { id, kind, subject, body } = message
  const keys = vapidKeys(config)
  const payload = JSON.stringify({ id, kind, title: subject, body, url: placeFor(message) })
  const outcomes = await Promise.all(
    browsers.map(async ({ endpoint, p256dh, auth }) => {
      const request = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        payload,
        {
          vapidDetails: { subject: subjectOf(publicUrl()), ...keys },
          TTL: 3600,
          urgency: 'high',
          topic: id.replaceAll('-', '').slice(0, 32),
        },
      )
      const answer = await ask(request.endpoint, {
        method: 'POST',
        headers: request.headers as Record<string, string>,
        body: new Uint8Array(request.body ?? Buffer.alloc(0)),
      })
      if (!(answer instanceof Response)) return { endpoint, outcome: answer, gone: false }
      if (answer.ok) return { endpoint, outcome: { kind: 'handed_over' } as Outcome, gone: false }
      return {
        endpoint,
        gone: answer.status === 404 || answer.status === 410,
        outcome: await readRefusal(answer),
      }
    }),
  )
  const gone = outcomes.filter((one) => one.gone).map((one) => one.endpoint)
  const of = (kind: Outcome['kind']) =>
    outcomes.find(({ outcome }) => outcome.kind === kind)?.outcome
  const nobody: Outcome = { kind: 'refused', error: 'no browser is subscribed' }
  const later = of('later')
  // Each browser has a service of its own: that one is down says nothing of another's.
  const again = later && ({ ...later, isDown: false } as Outcome)
  return { outcome: of('handed_over') ?? again ?? of('refused') ?? nobody, gone }
}

/** The office opens its own product; who is asked to take a seat opens what they are asked. */
function placeFor({ about, target, memberId }: Claimed): string {
  if (memberId !== null) return officePlace(target)
  if (target?.kind === 'call_sheet' && target.id) return `/field/call-sheet/${target.id}`
  if (target?.kind === 'review' && target.id) return `/field/reviews/${target.id}`
  return target?.kind === 'offer' ? '/field/relief' : opened(about)
}

const officePlace = (target: Claimed['target']): string => {
  if (target?.kind === 'relief' && target.id) return `/relief?request=${target.id}`
  return target?.kind === 'review' && target.id ? `/projects/${target.id}/review` : '/inbox'
}

/** What a tap opens: the one visit it is about, else the week, where each is marked. */
export const opened = (about: Claimed['about']): string => {
  const ids = new Set(
    about.flatMap(({ assignmentId, startsAt }) => (startsAt === null ? [] : [assignmentId])),
  )
  const [only] = ids
  if (ids.size === 1) return `/field/assignment/${only}`
  return about.length > 0 ? '/field/week' : '/field/'
}

/** VAPID wants somebody to turn to: an https address or a mailbox. */
const subjectOf = (url: string): string =>
  url.startsWith('https:') ? url : 'mailto:regie@localhost.localdomain'
