// Companies whose technicians are reached by real SMTP and an SMS provider on this machine, on a clock of their own.
import { createHmac } from 'node:crypto'
import type { Id } from '@regie/contract/kernel'
import type { Message } from '@regie/contract/notifications'
import { beforeEach, expect } from 'vitest'
import { noteReminders, sendAllDue } from '../notifications/index.ts'
import { moveAssignment, publishPlan } from '../planning/index.ts'
import { type Actor, program as theProgram } from '../platform/actor.ts'
import { sql } from '../platform/db/sql.ts'
import type { Command } from '../platform/work.ts'
import { anOrganization, signIn } from './people.ts'
import { at, plannedCompany } from './planned-company.ts'
import { type TestProgram, useProgram } from './program.ts'
import { aMailServer, aProvider } from './providers.ts'

const START = Date.parse('2026-11-21T09:00:00Z')
const range = { from: at('00:00'), until: at('23:59'), technicianIds: null }

export const MAIL_TOKEN = 'a token of the mail server'
export const TWILIO_TOKEN = 'a secret of this account'
export const MINUTE = 60_000

const reachedBy = (smtp: string, sms: string) => ({
  SMTP_URL: smtp,
  MAIL_TOKEN,
  SMS: 'twilio',
  SMS_URL: sms,
  TWILIO_ACCOUNT_SID: 'AC00000000',
  TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
  ROLES: 'web,worker',
})

/** How somebody of the nth company is reached. */
const ways = (nth: number) => ({
  mobile: `+3361200${String(nth).padStart(4, '0')}`,
  email: `ana${nth}@exemple.fr`,
})

/** What Twilio was handed for a number. */
const textsTo = (twilio: Awaited<ReturnType<typeof aProvider>>, mobile: string) =>
  twilio.handed
    .map(({ body }) => new URLSearchParams(body.toString()))
    .filter((fields) => fields.get('To') === mobile)

/** Call at the top of a test file. The product's own clock ticks by this machine's time; here it is asked by hand. */
export async function useToldCompanies() {
  const clock = { now: START }
  const mail = await aMailServer()
  const twilio = await aProvider()
  const program = useProgram({ clock: () => clock.now, env: reachedBy(mail.url, twilio.url) })
  beforeEach(() => {
    clock.now = START
    twilio.answer = { status: 201 }
  })
  let companies = 0

  /** A company with Ana, reached by e-mail and SMS, and a visit of hers on Monday at nine, still a draft. */
  async function aCompany() {
    const { work } = program.services
    const { organizationId } = await anOrganization(program)
    const act = <I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> =>
      work.act({ ...actor, organizationId }, command, input)
    const company = await plannedCompany({ act })
    companies += 1
    const { mobile, email } = ways(companies)
    const ana = await company.hire('Ana', { email, phone: mobile.replace('+33', '0') })
    const visit = await company.assign(await company.order({}), ana.id, at('09:00'))
    const actor = theProgram(organizationId, 'test')
    const { send, noted } = sending(program, actor, clock)
    const office = await signIn(program, 'owner', { organizationId })
    return {
      ...company,
      organizationId,
      ana,
      email,
      mobile,
      visit,
      office,
      send,
      /** A quarter of an hour after the product has noted what happened: so many notices in all. */
      digest: async (count: number) => {
        await noted(count)
        clock.now += 15 * MINUTE
        await send()
      },
      publish: () => act(company.planner, publishPlan, range),
      remind: async () => {
        await work.act(actor, noteReminders, undefined)
        await send()
      },
      move: (version: number, time: string, technicianId?: Id) =>
        act(company.planner, moveAssignment, {
          assignmentId: visit.id,
          version,
          startsAt: at(time),
          technicianId,
        }),
      log: async (): Promise<Message[]> =>
        (await office.get('/api/notifications/messages')).body.items,
      letters: () => mail.letters.filter(({ to }) => to === email),
      texts: () => textsTo(twilio, mobile),
    }
  }
  return {
    clock,
    mail,
    twilio,
    program,
    aCompany,
    /** What Twilio calls, signed as it signs. */
    fromTwilio: (path: string, fields: Record<string, string>) => signedCall(program, path, fields),
  }
}

function signedCall(
  { address }: TestProgram,
  path: string,
  fields: Record<string, string>,
): Promise<Response> {
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + fields[name], `${address}${path}`)
  const signature = createHmac('sha1', TWILIO_TOKEN).update(signed).digest('base64')
  const headers = { 'x-twilio-signature': signature }
  return fetch(`${address}${path}`, { method: 'POST', headers, body: new URLSearchParams(fields) })
}

/** `send`: everything that is due goes out, once the product has noted what happened: so many notices in all. */
function sending({ services }: TestProgram, actor: Actor, clock: { now: number }) {
  const count = (what: 'noted' | 'open') =>
    services.work.read(actor, null, async (tx) => (await tx.row(counts(actor, clock.now)))[what])
  const poll = { timeout: 60_000 }
  const noted = (number: number) => expect.poll(() => count('noted'), poll).toBe(number)
  const send = async (number?: number) => {
    if (number !== undefined) await noted(number)
    await sendAllDue(services, actor, new AbortController().signal)
    await expect.poll(() => count('open'), poll).toBe(0)
  }
  return { send, noted }
}

const counts = ({ organizationId }: Actor, now: number) => sql<{ noted: number; open: number }>`
  select
    (select count(*)::int from notifications.notices where organization_id = ${organizationId}) as noted,
    (select count(*)::int from notifications.notices
      where organization_id = ${organizationId} and settled_at is null and tell_at <= ${new Date(now).toISOString()}::timestamptz)
    + (select count(*)::int from notifications.messages
      where organization_id = ${organizationId} and state in ('queued', 'sending') and not_before <= ${new Date(now).toISOString()}::timestamptz) as open`
