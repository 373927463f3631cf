import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { createFileStore, type FileStore } from './files.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'regie-files-'))
const objects = new Map<string, { body: Buffer; auth: string | undefined }>()
/** Speaks the part of the S3 API the store needs: PUT, GET, DELETE of an object, path style. */
const s3 = createServer(async (request, response) => {
  const key = request.url?.split('?')[0] ?? ''
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  if (request.method === 'PUT')
    objects.set(key, {
      body: decodeChunked(Buffer.concat(chunks), request.headers['content-encoding']),
      auth: request.headers.authorization,
    })
  if (request.method === 'DELETE') objects.delete(key)
  const found = objects.get(key)
  if (request.method === 'GET' && !found) {
    response.writeHead(404, { 'content-type': 'application/xml' })
    return response.end('<Error><Code>NoSuchKey</Code><Message>none</Message></Error>')
  }
  response.writeHead(request.method === 'DELETE' ? 204 : 200)
  return response.end(request.method === 'GET' ? found?.body : undefined)
})

/** Bodies of unknown checksum travel as `aws-chunked`: size line, bytes, …, trailers. */
function decodeChunked(body: Buffer, encoding: string | undefined): Buffer {
  if (!encoding?.includes('aws-chunked')) return body
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.subarray(at, end).toString().split(';')[0] ?? '0', 16)
    if (!size) return Buffer.concat(parts)
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

let stores: Record<'disk' | 's3', FileStore>
beforeAll(async () => {
  await new Promise<void>((resolve) => s3.listen(0, '127.0.0.1', resolve))
  const { port } = s3.address() as AddressInfo
  stores = {
    disk: createFileStore(readConfig({ DATA_DIR: directory })),
    s3: createFileStore(
      readConfig({
        FILES: 's3',
        S3_BUCKET: 'regie',
        S3_ENDPOINT: `http://127.0.0.1:${port}`,
        S3_ACCESS_KEY_ID: 'id',
        S3_SECRET_ACCESS_KEY: 'key',
      }),
    ),
  }
})
afterAll(async () => {
  rmSync(directory, { recursive: true })
  await new Promise<void>((resolve) => s3.close(() => resolve()))
})

describe.each(['disk', 's3'] as const)('%s', (kind) => {
  test('a file comes back as it was stored, until it is removed', async () => {
    const content = 'été à Orly'
    await stores[kind].put(
      'org/photo.txt',
      Readable.from([Buffer.from(content)]),
      Buffer.byteLength(content),
    )
    expect(await text(await stores[kind].get('org/photo.txt'))).toBe(content)
    await stores[kind].remove('org/photo.txt')
    await expect(stores[kind].get('org/photo.txt')).rejects.toMatchObject({ code: 'not_found' })
  })

  test.each(['../secret', '/etc/passwd', 'a/../../b', ''])(
    'a key that leaves its place is refused: %j',
    async (key) => {
      await expect((async () => await stores[kind].get(key))()).rejects.toThrow('not a file key')
    },
  )
})

test('a stream that breaks leaves nothing half written on disk', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('cut')
    })(),
  )
  await expect(stores.disk.put('org/half.txt', broken, 8)).rejects.toThrow('cut')
  expect(readdirSync(path.join(directory, 'files', 'org'))).not.toContain('half.txt')
  expect(readdirSync(path.join(directory, 'files', 'org'))).not.toContain('half.txt.partial')
})
