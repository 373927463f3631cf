import { endpoint } from '@regie/contract/kernel'
import { cleanup, renderHook, act as settle, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { makeQueryClient, ServerStateProvider, useAct, useRead } from './server-state.tsx'

const listThings = endpoint({
  method: 'GET',
  path: '/api/things',
  tag: 't',
  summary: '',
  returns: z.object({ items: z.array(z.string()) }),
})
const makeThing = endpoint({
  method: 'POST',
  path: '/api/things',
  tag: 't',
  summary: '',
  body: z.object({ name: z.string() }),
  returns: z.object({ name: z.string() }),
})

const isSignedOut = vi.fn()
const inside = () => {
  const client = makeQueryClient(isSignedOut)
  client.setDefaultOptions({
    ...client.getDefaultOptions(),
    mutations: { ...client.getDefaultOptions().mutations, retryDelay: 1 },
  })
  return ({ children }: { children: ReactNode }) => (
    <ServerStateProvider client={client}>{children}</ServerStateProvider>
  )
}

/** Answers in turn; records each idempotency key. */
const answering = (...answers: (() => Response)[]) => {
  const keys: (string | null)[] = []
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    keys.push(new Headers(init.headers).get('idempotency-key'))
    const answer = answers.shift()
    if (!answer) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(answer())
  })
  return keys
}
const done = () => Response.json({ name: 'a' })
const refused = (status: number, code: string) => () =>
  new Response(JSON.stringify({ code }), { status })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('one action, one key', () => {
  test('automatic retries after silence carry the same key', async () => {
    const keys = answering(refused(503, 'service_unavailable'), refused(502, 'x'), done)
    const { result } = renderHook(() => useAct(makeThing), { wrapper: inside() })
    await settle(async () => void (await result.current.actAsync({ body: { name: 'a' } })))
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
  })

  test('pressing again after silence repeats the action; after success it is a new one', async () => {
    const down = refused(503, 'service_unavailable')
    const keys = answering(down, down, down, done, done)
    const { result } = renderHook(() => useAct(makeThing), { wrapper: inside() })
    const press = (name: string) =>
      settle(async () => void (await result.current.actAsync({ body: { name } }).catch(() => null)))
    await press('a')
    await press('a')
    await press('a')
    expect(new Set(keys.slice(0, 4)).size).toBe(1)
    expect(keys[4]).not.toBe(keys[3])
  })

  test('other words are another action, and so is a try after a refusal', async () => {
    const keys = answering(refused(400, 'invalid_input'), refused(400, 'invalid_input'), done)
    const { result } = renderHook(() => useAct(makeThing), { wrapper: inside() })
    const press = (name: string) =>
      settle(async () => void (await result.current.actAsync({ body: { name } }).catch(() => null)))
    await press('a')
    await press('a')
    await press('b')
    expect(new Set(keys).size).toBe(3)
  })
})

test('an action refreshes the reads it names', async () => {
  let items = ['a']
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    if (init.method === 'POST') items = ['a', 'b']
    return Promise.resolve(Response.json(init.method === 'POST' ? { name: 'b' } : { items }))
  })
  const { result } = renderHook(
    () => ({ list: useRead(listThings), add: useAct(makeThing, { invalidates: [listThings] }) }),
    { wrapper: inside() },
  )
  await waitFor(() => expect(result.current.list.data?.items).toEqual(['a']))
  await settle(async () => void (await result.current.add.actAsync({ body: { name: 'b' } })))
  await waitFor(() => expect(result.current.list.data?.items).toEqual(['a', 'b']))
})

test('who is no longer signed in is told so once asked', async () => {
  answering(refused(401, 'not_signed_in'))
  const { result } = renderHook(() => useRead(listThings), { wrapper: inside() })
  await waitFor(() => expect(result.current.error?.code).toBe('not_signed_in'))
  expect(isSignedOut).toHaveBeenCalledExactlyOnceWith('GET /api/things')
})
