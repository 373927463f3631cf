// A real HTTP server on this machine that speaks as providers of SMS, push and Slack do: takes everything and keeps it as files.
import { renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export type ProviderCatcher = { readonly url: string; readonly stop: () => Promise<void> }

export async function catchProvided(folder: string): Promise<ProviderCatcher> {
  let count = 0
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { url, headers } = request
    const body = Buffer.concat(parts).toString('latin1')
    count += 1
    const file = join(folder, `${String(count).padStart(6, '0')}.json`)
    // Whole or not at all: the tests read along.
    writeFileSync(`${file}.part`, JSON.stringify({ url, headers, body }))
    renameSync(`${file}.part`, file)
    // Twilio tells the message's id; a push service and Slack say no more than that they have it.
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ sid: `SM${count}` }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections()
        server.close(() => stopped())
      }),
  }
}
