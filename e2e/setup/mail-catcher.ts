// A real SMTP server on this machine: takes every letter and keeps it as a file, as the program does without one.
import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'

export type MailCatcher = { readonly url: string; readonly stop: () => Promise<void> }

export async function catchMail(folder: string): Promise<MailCatcher> {
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        count += 1
        const file = `${Date.now()}-${String(count).padStart(5, '0')}-${to}.eml`
        writeFileSync(join(folder, file), Buffer.concat(parts))
        done()
      })
    },
  })
  // Who is stopped hangs up.
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
}
