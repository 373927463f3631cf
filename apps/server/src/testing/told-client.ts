// A company whose client is told of a visit: reached by real SMTP and an SMS provider, on the clock of the test.
import type { Id, Instant } from '@regie/contract/kernel'
import { expect } from 'vitest'
import { publishPlan } from '../planning/index.ts'
import { program as theProgram } from '../platform/actor.ts'
import { sql } from '../platform/db/sql.ts'
import { tellAllClients } from '../portal/index.ts'
import { cancelWorkOrder } from '../work-orders/index.ts'
import { aBrowser } from './people.ts'
import { at } from './planned-company.ts'
import type { TestProgram } from './program.ts'
import type { useToldCompanies } from './told-company.ts'

const WEEK = { from: at('00:00'), until: at('23:59', '2026-11-29'), technicianIds: null }
const SPRING = {
  from: '2027-03-29T00:00:00+02:00',
  until: '2027-03-29T23:59:00+02:00',
  technicianIds: null,
}

let clients = 0

/** Waits until the portal's reactions have seen everything that happened so far. */
const followed = ({ services }: TestProgram, organizationId: Id) =>
  expect
    .poll(
      () =>
        services.database.transaction(
          null,
          async (rows) => (await rows.row(behind(organizationId))).count,
          {
            role: 'system',
          },
        ),
      { timeout: 60_000 },
    )
    .toBe(0)

const behind = (organizationId: Id) => sql<{ count: number }>`
  select count(*)::int as count from platform.reactions where name like 'portal.%' and seq < (
    select max(seq) from platform.outbox where organization_id = ${organizationId} and name in ('assignment_moved',
      'assignment_removed', 'work_order_moved', 'assignments_published', 'assignment_progressed'))`

type Tools = Omit<Awaited<ReturnType<typeof useToldCompanies>>, 'fromTwilio'>

/** Makes companies with a visit on Wednesday at nine (or on another date), whose client has an address and a mobile. */
export function clientsOf({ mail, twilio, program, aCompany }: Tools) {
  return async function aClient(more: { phone?: string; email?: string; date?: string } = {}) {
    const company = await aCompany()
    const { organizationId, ana, order, assign, act, planner, office } = {
      ...company,
      act: program.services.work,
    }
    clients += 1
    const email = more.email ?? `client${clients}@exemple.fr`
    const phone = more.phone ?? `06120100${String(clients).padStart(2, '0')}`
    const mobile = `+33${phone.slice(1)}`
    const work = await order({ contact: { name: 'Mme Martin', email, phone } })
    const visit = await assign(
      work,
      ana.id,
      more.date ? `${more.date}T09:00:00+02:00` : at('09:00', '2026-11-25'),
    )
    const actor = theProgram(organizationId, 'test')
    const anyone = aBrowser(program)
    const letters = () => mail.letters.filter(({ to }) => to === email)
    const texts = () =>
      twilio.handed
        .map(({ body }) => new URLSearchParams(body.toString()))
        .filter((fields) => fields.get('To') === mobile)
    const settled = () => followed(program, organizationId)
    const tell = async () => {
      await tellAllClients(program.services, actor, new AbortController().signal)
      await company.send()
    }
    return {
      ...company,
      ...{ email, phone, mobile, work, visit, anyone, letters, texts, tell, settled, actor },
      publish: () =>
        program.services.work.act(
          { ...planner, organizationId },
          publishPlan,
          more.date ? SPRING : WEEK,
        ),
      move: (version: number, startsAt: Instant, reason?: string) =>
        office.post(`/api/planning/assignments/${visit.id}/move`, {
          ...{ version, startsAt },
          ...(reason ? { overrideReason: reason } : {}),
        }),
      /** The page behind the link of the last letter. */
      link: () => `/api/public/visits/${/\/v\/([\w-]+)/.exec(letters().at(-1)?.text ?? '')?.[1]}`,
      ledger: async () =>
        (await office.get('/api/portal/promises?from=2026-11-01&until=2026-12-31')).body.items,
      word: async () => (await office.get(`/api/portal/visits/${work.id}`)).body,
      cancel: async () => {
        const { version } = (await office.get(`/api/work-orders/${work.id}`)).body
        await program.services.work.act({ ...planner, organizationId }, cancelWorkOrder, {
          ...{ workOrderId: work.id, version, reason: 'plus besoin' },
        })
      },
      act,
    }
  }
}
