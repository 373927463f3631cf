// Slows down guessing: attempts are counted in the database, so that many processes count as one.
import type pg from 'pg'
import { fail } from '../platform/errors.ts'

type Limit = { readonly subject: string; readonly most: number; readonly seconds: number }

const QUARTER = 900

/** Attempts with one account: ten in a quarter of an hour, from wherever they come (CNIL 2022-100). */
export const perAccount = (what: string, account: string, most = 10): Limit => ({
  subject: `${what}:${account}`,
  most,
  seconds: QUARTER,
})

/** Attempts from one address: many people may share one, so the limit is wide. */
export const perAddress = (what: string, address: string, most = 100): Limit => ({
  subject: `${what}@${address}`,
  most,
  seconds: QUARTER,
})

/** Counts one attempt for each limit, before it is made: parallel guesses count too. 429 when it is one too many. */
export async function countAttempt(pool: pg.Pool, limits: readonly Limit[]): Promise<void> {
  for (const { subject, most, seconds } of limits) {
    const { rows } = await pool.query<{ count: number; wait: number }>(
      `insert into auth.attempts as kept (subject, count, since) values ($1, 1, now())
       on conflict (subject) do update
       set count = case when kept.since < now() - make_interval(secs => $2) then 1 else kept.count + 1 end,
         since = case when kept.since < now() - make_interval(secs => $2) then now() else kept.since end
       returning count, ceil(extract(epoch from since - now()) + $2)::int as wait`,
      [subject, seconds],
    )
    const [row] = rows
    if (row && row.count > most) throw fail('too_many_requests', { seconds: Math.max(1, row.wait) })
  }
}

/** Who came in by the right password starts anew. */
export async function forgetAttempts(pool: pg.Pool, { subject }: Limit): Promise<void> {
  await pool.query('delete from auth.attempts where subject = $1', [subject])
}

/** An attempt that was right does not count: a whole company may come in by one address in the morning. */
export async function returnAttempt(pool: pg.Pool, { subject }: Limit): Promise<void> {
  await pool.query('update auth.attempts set count = greatest(count - 1, 0) where subject = $1', [
    subject,
  ])
}
