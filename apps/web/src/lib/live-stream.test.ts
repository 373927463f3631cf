import type { LiveEvent } from '@regie/contract/kernel'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type LiveState, makeFrameReader, makeNovelty, openLiveStream } from './live-stream.ts'

const event = (id: string, name = 'site_changed'): LiveEvent => ({
  id,
  name,
  at: '2026-03-12T08:00:00Z',
  by: { memberId: null, name: 'Régie' },
  payload: {},
})
const frame = (cursor: string, one: LiveEvent) => `id: ${cursor}\ndata: ${JSON.stringify(one)}\n\n`

const streaming = (...chunks: string[]) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
        controller.close()
      },
    }),
  )

afterEach(() => vi.unstubAllGlobals())

describe('frames', () => {
  test('are put together from any cut, with heartbeats left out', () => {
    const read = makeFrameReader()
    const text = `retry: 1000\n\n: still here\n\n${frame('1-2', event('a'))}`
    const frames = [...text].flatMap((letter) => read(letter))
    expect(frames).toEqual([{ event: 'message', id: '1-2', data: JSON.stringify(event('a')) }])
  })
})

describe('the stream', () => {
  test('comes back after a cut with the last id; an event that comes twice is news once', async () => {
    const asked: (string | null)[] = []
    const responses = [
      streaming(frame('1-1', event('a')), frame('1-2', event('b'))),
      streaming(frame('1-2', event('b')), frame('1-3', event('c'))),
      new Response(null, { status: 401 }),
    ]
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
      asked.push(new Headers(init.headers).get('last-event-id'))
      return Promise.resolve(responses.shift())
    })
    const heard: string[] = []
    const isNews = makeNovelty()
    const states: LiveState[] = []
    await new Promise<void>((resolve) => {
      openLiveStream('/api/live', {
        onEvent: (one) => void (isNews(one) && heard.push(one.id)),
        onGap: () => undefined,
        onState: (state) => {
          states.push(state)
          if (state === 'signed-out') resolve()
        },
      })
    })
    expect(asked).toEqual([null, '1-2', '1-3'])
    expect(heard).toEqual(['a', 'b', 'c'])
    expect(states).toEqual(['connecting', 'open', 'lost', 'open', 'lost', 'signed-out'])
  })
})
