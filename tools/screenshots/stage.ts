// What the pictures show: a working day of the demonstration that Régie has planned, partly published, with a proposal
// for the day after waiting.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { APIRequestContext, Browser } from '@playwright/test'
import { address, enter } from './enter.ts'

type Json = Record<string, unknown>

async function ask<T>(
  request: APIRequestContext,
  method: 'GET' | 'POST',
  path: string,
  body?: Json,
): Promise<T> {
  const answer = await request.fetch(path, {
    method,
    headers: { origin: address(), 'idempotency-key': randomUUID() },
    ...(body ? { data: body } : {}),
  })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return (await answer.json()) as T
}

const DAY_MS = 86_400_000
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Tuesday to Friday, today or the next of them: nobody is on leave because of a week's end. */
const workday = (now: number): string => {
  const weekday = new Date(now).getUTCDay()
  return weekday >= 2 && weekday <= 4 ? dateOf(now) : workday(now + DAY_MS)
}

type Bar = { id: string; version: number; workOrderId: string; technicianId: string }

const rangeOf = (day: string) => ({
  from: `${day}T00:00:00.000Z`,
  until: `${dateOf(Date.parse(day) + DAY_MS)}T00:00:00.000Z`,
})

async function planDay(request: APIRequestContext, day: string): Promise<void> {
  const { id } = await ask<{ id: string }>(request, 'POST', '/api/planning/runs', {
    from: day,
    until: day,
    seconds: 10,
  })
  for (;;) {
    const { state } = await ask<{ state: string }>(request, 'GET', `/api/planning/runs/${id}`)
    if (state === 'proposed') break
    if (state === 'failed' || state === 'cancelled') throw new Error(`the run ${state}`)
    await wait(500)
  }
  await ask(request, 'POST', `/api/planning/runs/${id}/apply`, {})
}

/** A document on some work orders, a lock on one visit, and half of the people told. */
async function dress(request: APIRequestContext, day: string): Promise<void> {
  const { from, until } = rangeOf(day)
  const { bars } = await ask<{ bars: Bar[] }>(
    request,
    'GET',
    `/api/planning/board?from=${from}&until=${until}`,
  )
  for (const { workOrderId } of bars.filter((_, rank) => rank % 9 === 0)) {
    const name = encodeURIComponent('Plan du site.pdf')
    await request.post(
      `/api/work-orders/${workOrderId}/attachments?name=${name}&type=application/pdf`,
      {
        headers: {
          origin: address(),
          'idempotency-key': randomUUID(),
          'content-type': 'application/octet-stream',
        },
        data: Buffer.from('%PDF-1.7 exemple'),
      },
    )
  }
  const locked = bars
    .filter((_, rank) => rank % 11 === 3)
    .map(({ id, version }) => ({ assignmentId: id, version }))
  await ask(request, 'POST', '/api/planning/lock', { assignments: locked, locked: true })
  const people = [...new Set(bars.map(({ technicianId }) => technicianId))]
  await ask(request, 'POST', '/api/planning/publish', {
    ...rangeOf(day),
    technicianIds: people.slice(0, Math.ceil(people.length / 2)),
  })
}

/** Makes the day that is shown, and says which it is. */
export async function prepare(browser: Browser): Promise<string> {
  const { context } = await enter(browser, { width: 1440, theme: 'light', language: 'fr' })
  const day = workday(Date.now())
  await planDay(context.request, day)
  await dress(context.request, day)
  await context.close()
  return day
}
