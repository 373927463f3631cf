// Local servers that speak what providers of mail, SMS and push speak, and keep what they were handed.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

export type Handed = {
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** An HTTP provider; `answer` may be changed to have it refuse, fail or be busy. */
export type Provider = {
  readonly url: string
  readonly handed: Handed[]
  answer: { status: number; body?: unknown; headers?: Record<string, string> }
}

/** Starts one on a free port of this machine, until the end of the file. */
export async function aProvider(): Promise<Provider> {
  const handed: Handed[] = []
  const provider = { url: '', handed, answer: { status: 201, body: {} } as Provider['answer'] }
  let number = 0
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    handed.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
    number += 1
    const { status, headers, body } = provider.answer
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(
      JSON.stringify(body ?? { sid: `SM${String(number).padStart(6, '0')}`, id: `id-${number}` }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider.answer = { status: 201 }
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  return provider
}

export type MailServer = {
  readonly url: string
  readonly letters: { readonly to: string; readonly text: string }[]
  /** Addresses it refuses for ever (550). */
  readonly unknown: Set<string>
  /** So long it takes for each letter. */
  slowMs: number
}

/** A real SMTP server on a free port of this machine, until the end of the file. */
export async function aMailServer(): Promise<MailServer> {
  const letters: { to: string; text: string }[] = []
  const made: MailServer = { url: '', letters, unknown: new Set<string>(), slowMs: 0 }
  const { unknown } = made
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error('no such mailbox'), { responseCode: 550 })
      done(unknown.has(address) ? refusal : null)
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        letters.push({ to, text: decode(Buffer.concat(parts).toString('latin1')) })
        setTimeout(done, made.slowMs)
      })
    },
  })
  // Who is killed hangs up in the middle of a letter.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return Object.assign(made, { url: `smtp://127.0.0.1:${port}` })
}

/** Quoted-printable and its encoded subject as people read them. */
export function decode(letter: string): string {
  const readable = letter
    .replace(/\?=\s+=\?UTF-8\?Q\?/gi, '')
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, word: string) => word.replaceAll('_', ' '))
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(readable, 'latin1').toString('utf8')
}
