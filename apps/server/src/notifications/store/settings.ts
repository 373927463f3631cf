// SQL of notifications.settings, templates and preferences.
import type { Id } from '@regie/contract/kernel'
import { type MessageKind, messageKinds } from '@regie/contract/messages'
import type {
  KindRule,
  MessageTemplate,
  NotificationSettings,
  Preferences,
} from '@regie/contract/notifications'
import type { Language } from '@regie/contract/roles'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { ruleOf, shippedSettings } from '../model.ts'

const kinds = Object.keys(messageKinds) as MessageKind[]

type SettingsRow = {
  version: number
  digest_minutes: number
  urgent_hours: number
  quiet_from: string
  quiet_until: string
  slack_url: string
  rules: KindRule[]
}

/** The organisation's settings; version 1 of the shipped ones until somebody saves. */
export async function readSettings(tx: Pick<Tx, 'maybe' | 'actor'>): Promise<NotificationSettings> {
  const row = await tx.maybe(sql<SettingsRow>`
    select version, digest_minutes, urgent_hours, quiet_from, quiet_until, slack_url, rules
    from notifications.settings where organization_id = ${tx.actor.organizationId}`)
  if (!row) return { version: 1, ...shippedSettings }
  return {
    version: row.version,
    digestMinutes: row.digest_minutes,
    urgentHours: row.urgent_hours,
    quietFrom: row.quiet_from,
    quietUntil: row.quiet_until,
    slackUrl: row.slack_url,
    rules: kinds.map((kind) => ruleOf(row, kind)),
  }
}

/** False when the settings are no longer at the version the change was based on. */
export async function writeSettings(tx: Tx, next: NotificationSettings): Promise<boolean> {
  const changed = await tx.run(sql`
    insert into notifications.settings as kept (organization_id, version, digest_minutes, urgent_hours, quiet_from, quiet_until, slack_url, rules)
    values (${tx.actor.organizationId}, 2, ${next.digestMinutes}, ${next.urgentHours}, ${next.quietFrom}, ${next.quietUntil}, ${next.slackUrl}, ${JSON.stringify(next.rules)}::jsonb)
    on conflict (organization_id) do update
    set version = kept.version + 1, digest_minutes = excluded.digest_minutes, urgent_hours = excluded.urgent_hours,
      quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, slack_url = excluded.slack_url, rules = excluded.rules
    where kept.version = ${next.version}`)
  return changed === 1
}

const shipped = (kind: MessageKind, language: Language): MessageTemplate => {
  const { long, short } = messageKinds[kind].texts[language]
  return { kind, language, version: 0, custom: false, ...long, short }
}

/** Every text: the organisation's own where it has one, else the shipped one. */
export async function readTemplates(tx: Tx): Promise<MessageTemplate[]> {
  const rows = await tx.rows(sql<Omit<MessageTemplate, 'custom'>>`
    select kind, language, version, subject, body, short
    from notifications.templates where organization_id = ${tx.actor.organizationId} order by kind, language`)
  return kinds.flatMap((kind) =>
    (['fr', 'en'] as const).map((language) => {
      const own = rows.find((row) => row.kind === kind && row.language === language)
      return own ? { ...own, custom: true } : shipped(kind, language)
    }),
  )
}

/** False when somebody else saved this text meanwhile. `version` 0: there was none of our own. */
export async function writeTemplate(
  tx: Tx,
  template: Omit<MessageTemplate, 'custom'>,
): Promise<boolean> {
  const { kind, language, version, subject, body, short } = template
  const { organizationId } = tx.actor
  if (version === 0)
    return (
      (await tx.run(sql`
        insert into notifications.templates (organization_id, kind, language, subject, body, short)
        values (${organizationId}, ${kind}, ${language}, ${subject}, ${body}, ${short})
        on conflict (organization_id, kind, language) do nothing`)) === 1
    )
  return (
    (await tx.run(sql`
      update notifications.templates set version = version + 1, subject = ${subject}, body = ${body}, short = ${short}
      where organization_id = ${organizationId} and kind = ${kind} and language = ${language} and version = ${version}`)) ===
    1
  )
}

export const deleteTemplate = (tx: Tx, kind: MessageKind, language: Language): Promise<number> =>
  tx.run(sql`
    delete from notifications.templates
    where organization_id = ${tx.actor.organizationId} and kind = ${kind} and language = ${language}`)

export const nothingPreferred: Preferences = {
  version: 0,
  language: null,
  off: [],
  quietFrom: null,
  quietUntil: null,
  kinds: [],
}

/** By the id of the person: the technician's, or the member's who is none. */
export async function readPreferences(
  tx: Tx,
  personIds: readonly Id[],
): Promise<ReadonlyMap<Id, Preferences>> {
  const rows = await tx.rows(sql<Preferences & { person_id: Id }>`
    select person_id, version, language, channels_off as off, quiet_from as "quietFrom", quiet_until as "quietUntil", kinds
    from notifications.preferences
    where organization_id = ${tx.actor.organizationId} and person_id = any(${[...personIds]}::uuid[])`)
  return new Map(rows.map(({ person_id, ...preferences }) => [person_id, preferences]))
}

/** False when they were changed meanwhile, on another phone. */
export async function writePreferences(tx: Tx, personId: Id, next: Preferences): Promise<boolean> {
  const changed = await tx.run(sql`
    insert into notifications.preferences as kept (organization_id, person_id, language, channels_off, quiet_from, quiet_until, kinds)
    values (${tx.actor.organizationId}, ${personId}, ${next.language}, ${JSON.stringify(next.off)}::jsonb, ${next.quietFrom},
      ${next.quietUntil}, ${JSON.stringify(next.kinds)}::jsonb)
    on conflict (organization_id, person_id) do update
    set version = kept.version + 1, language = excluded.language, channels_off = excluded.channels_off,
      quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, kinds = excluded.kinds
    where kept.version = ${next.version}`)
  return changed === 1
}
