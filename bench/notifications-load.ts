// What bench:notifications needs: catchers of mail and SMS, workers that can be killed, and visits by the thousand.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Id } from '@regie/contract/kernel'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import type { Actor } from '../apps/server/src/platform/actor.ts'
import { type Bench, facilities, fillCompany } from './company.ts'

/** When each receiver was handed something, by tag and number. */
class Came {
  readonly #at = new Map<string, number[]>()
  readonly #keys = new Map<string, Set<string>>()

  note(who: string, key: string): void {
    this.#at.set(who, [...(this.#at.get(who) ?? []), Date.now()])
    this.#keys.set(key, (this.#keys.get(key) ?? new Set()).add(who))
  }

  came(tag: string): Map<string, number[]> {
    return new Map([...this.#at].filter(([who]) => who.startsWith(`${tag}-`)))
  }

  keysUsedForTwo(): number {
    return [...this.#keys.values()].filter((who) => who.size > 1).length
  }
}

export async function catchers({ url }: Bench) {
  const [mail, sms] = [new Came(), new Came()]
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    maxClients: 200,
    onData(stream, session, done) {
      stream.resume()
      stream.on('end', () => {
        const who = session.envelope.rcptTo[0]?.address.split('@')[0] ?? ''
        mail.note(who, `${who} ${Date.now()}`)
        done()
      })
    },
  })
  // A worker that is killed hangs up in the middle of a letter.
  smtp.on('error', () => undefined)
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready))
  const provider = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { to, id } = JSON.parse(Buffer.concat(parts).toString()) as { to: string; id: string }
    sms.note(`text-${Number(to.slice(-6))}`, String(request.headers['idempotency-key'] ?? id))
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id }))
  })
  await new Promise<void>((ready) => provider.listen(0, '127.0.0.1', ready))
  const port = (server: { address(): unknown }) => (server.address() as AddressInfo).port
  const env = {
    DATABASE_URL: url,
    ROLES: 'worker,cron',
    DEMO: 'off',
    LOG_LEVEL: 'error',
    PUBLIC_URL: 'http://127.0.0.1:1',
    SECRET: 'a secret that every worker of this bench shares',
    SMTP_URL: `smtp://127.0.0.1:${port(smtp.server)}`,
    SMS: 'http',
    SMS_URL: `http://127.0.0.1:${port(provider)}`,
    SMS_TOKEN: 'a token of this bench',
  }
  const stop = async () => {
    await new Promise<void>((stopped) => smtp.close(() => stopped()))
    provider.close()
  }
  return { mail, sms, env, stop }
}

/** A worker of its own, that may be stopped as an operator would, or killed as a power cut would. */
export function startWorker(env: Readonly<Record<string, string>>) {
  const main = path.join(import.meta.dirname, '../apps/server/src/main.ts')
  const child: ChildProcess = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const ready = new Promise<void>((done) => {
    child.stdout?.on('data', (said: Buffer) => said.includes('runs') && done())
    void ended.then(done)
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return { ready, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

type Wanted = {
  readonly count: number
  readonly tag: string
  readonly by: 'email' | 'sms'
  /** Their clients know of them already. */
  readonly isTold?: boolean
}

/** So many published visits tomorrow at the same minute, each with a client's contact of its own. */
export async function fillVisits(
  bench: Bench,
  { count, tag, by, isTold = false }: Wanted,
): Promise<{ actor: Actor; assignmentIds: Id[] }> {
  const { owner, technicianIds } = await fillCompany(bench, {
    sites: facilities().slice(0, 1),
    technicians: 1,
    minutes: 45,
  })
  const client = new pg.Client({ connectionString: bench.url })
  await client.connect()
  try {
    const { organizationId } = owner
    const contact =
      by === 'email'
        ? `jsonb_build_object('name', 'Client ' || n, 'phone', '', 'email', '${tag}-' || n || '@exemple.test')`
        : `jsonb_build_object('name', 'Client ' || n, 'email', '', 'phone', '+33612' || lpad(n::text, 6, '0'))`
    const columns = `organization_id, version, external_id, site_id, asset_ids, project_id, template_id, title, description, nature,
      category, priority_id, duration_minutes, windows, earliest_at, due_at, opens_at, closes_at, skills, certification_kind_ids,
      asks_skill, required_products, notes`
    await client.query(
      `create temporary table wanted as select n, uuidv7() as order_id, uuidv7() as seat_id, uuidv7() as assignment_id
       from generate_series(0, ${count - 1}) as n`,
    )
    await client.query(
      `insert into work_orders.work_orders (id, number, reference, contact, status, created_at, ${columns})
       select order_id, 100000 + n, '${tag}-' || n, ${contact}, 'planned', now(), ${columns}
       from wanted, lateral (select * from work_orders.work_orders where organization_id = $1 limit 1) as model`,
      [organizationId],
    )
    await client.query(
      `insert into work_orders.positions (organization_id, id, work_order_id, group_no, seat_no, label, skills,
         certification_kind_ids, mandatory)
       select $1, seat_id, order_id, 0, 0, '', '[]', '{}', true from wanted`,
      [organizationId],
    )
    await client.query(
      `insert into planning.assignments (organization_id, id, work_order_id, position_id, technician_id, starts_at, ends_at, state,
         published_at, overlap_allowed)
       select $1, assignment_id, order_id, seat_id, $2, date_trunc('hour', now()) + interval '24 hours',
         date_trunc('hour', now()) + interval '25 hours', 'accepted', now(), true from wanted`,
      [organizationId, technicianIds[0]],
    )
    if (isTold)
      await client.query(
        `insert into portal.promises (organization_id, id, work_order_id, name, starts_at, until, given_at, given_by, channels,
           is_first, reminded_at)
         select $1, uuidv7(), order_id, '', date_trunc('hour', now()) + interval '24 hours',
           date_trunc('hour', now()) + interval '25 hours', now(), 'visit_reminder', '["email"]', true, now() from wanted`,
        [organizationId],
      )
    // Nobody's night: the bench runs at any hour.
    await client.query(
      `insert into notifications.settings (organization_id, digest_minutes, urgent_hours, quiet_from, quiet_until, slack_url, rules)
       values ($1, 15, 24, '00:00', '00:00', '', '[]') on conflict do nothing`,
      [organizationId],
    )
    const { rows } = await client.query<{ id: Id }>(
      'select assignment_id as id from wanted order by n',
    )
    await client.query('drop table wanted')
    return { actor: owner, assignmentIds: rows.map(({ id }) => id) }
  } finally {
    await client.end()
  }
}
