// What a provider's silence and refusals mean, on real sockets of this machine.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { ask, readRefusal } from './providers.ts'

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.closeAllConnections()
  for (const server of servers) server.close()
})

async function aServer(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer as never)
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a provider that hangs, hangs up or is not there is asked again later, and so are its other messages', async () => {
  const hanging = await aServer((() => undefined) as never)
  const hangsUp = await aServer(((request: { socket: { destroy(): void } }) =>
    request.socket.destroy()) as never)
  for (const url of [hanging, hangsUp, 'http://127.0.0.1:1'])
    expect(await ask(url, { method: 'POST' }, 100)).toMatchObject({ kind: 'later', isDown: true })
})

test.each([
  [500, { kind: 'later', isDown: false }],
  [503, { kind: 'later', isDown: true }],
  [429, { kind: 'later', isDown: true, seconds: 7 }],
  [400, { kind: 'refused' }],
  [410, { kind: 'refused' }],
])('%i is read as %o', async (status, outcome) => {
  const headers = status === 429 ? { 'retry-after': '7' } : {}
  expect(await readRefusal(new Response('no', { status, headers }))).toMatchObject(outcome)
})
