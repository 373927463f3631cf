// How a person wishes to be told: what they chose, and what they choose from.
import type { Id } from '@regie/contract/kernel'
import { messageKinds } from '@regie/contract/messages'
import type { LinkedPreferences, OwnPreferences, Preferences } from '@regie/contract/notifications'
import { coveredAddress } from '../platform/covered-address.ts'
import { fail, invalid } from '../platform/errors.ts'
import { expectCurrent } from '../platform/guards.ts'
import { command, type Tx } from '../platform/work.ts'
import { readMembers, readPeople } from './store/people.ts'
import {
  nothingPreferred,
  readPreferences,
  readSettings,
  writePreferences,
} from './store/settings.ts'

/** A technician's own, also where they sign in as somebody of the office; else the member's. */
function personOf({ actor }: Tx): Id {
  const personId = actor.technicianId ?? actor.memberId
  if (!personId) throw fail('forbidden', { permission: 'notifications.own' })
  return personId
}

/** Which kinds reach this person: those of the work they do, and those of the office they sit in. */
function reaches(tx: Tx, kind: keyof typeof messageKinds): boolean {
  const { audience, channels } = messageKinds[kind]
  if (audience === 'client' || channels.every((channel) => channel === 'slack')) return false
  return audience === 'office' ? tx.may('notifications.read') : tx.actor.technicianId !== null
}

export async function readOwnPreferences(tx: Tx): Promise<OwnPreferences> {
  const personId = personOf(tx)
  const { technicianId, memberId } = tx.actor
  const own = (await readPreferences(tx, [personId])).get(personId) ?? nothingPreferred
  const settings = await readSettings(tx)
  const people = await readPeople(tx, technicianId ? [technicianId] : [])
  const members = await readMembers(tx, memberId ? [memberId] : [])
  const person = people.get(personId) ?? members.find((one) => one.memberId === memberId)
  return {
    ...own,
    rules: settings.rules.filter(({ kind, enabled }) => enabled && reaches(tx, kind)),
    quiet: { from: settings.quietFrom, until: settings.quietUntil },
    reach: {
      email: person?.email ?? '',
      mobile: person?.mobile ?? '',
      browsers: person?.browsers ?? 0,
    },
  }
}

/** What the page of a link shows of them: it may be forwarded, and addresses are covered. */
export async function linkedPreferences(tx: Tx): Promise<LinkedPreferences> {
  const { version, language, quietFrom, quietUntil, quiet, off, reach } =
    await readOwnPreferences(tx)
  const one = (channel: 'email' | 'sms', address: string) =>
    address === '' ? null : { shown: coveredAddress(address), wanted: !off.includes(channel) }
  return {
    ...{ version, language, quietFrom, quietUntil, quiet },
    email: one('email', reach.email),
    sms: one('sms', reach.mobile),
  }
}

export const savePreferences = command(
  'notifications.save-preferences',
  { permission: 'notifications.own' },
  async (tx, next: Preferences): Promise<OwnPreferences> => {
    const kinds = next.kinds.map(({ kind }) => kind)
    const twice = kinds.findIndex((kind, index) => kinds.indexOf(kind) !== index)
    if (twice >= 0)
      throw invalid([
        { path: `body.kinds.${twice}.kind`, expected: 'each kind once', got: kinds[twice] ?? '' },
      ])
    const before = await readOwnPreferences(tx)
    const isWritten =
      before.version === next.version && (await writePreferences(tx, personOf(tx), next))
    expectCurrent(isWritten, before)
    return await readOwnPreferences(tx)
  },
)
