import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { createLog } from './log.ts'
import { createMailer } from './mail.ts'

const letter = {
  to: 'elodie@exemple.fr',
  subject: 'Votre tournée de lundi',
  text: 'Première visite à 8 h : Piscine Pontoise.',
}
const log = createLog('silent')

test('a letter reaches a real SMTP server with its accents', async () => {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8')
      })
      stream.on('end', () => {
        received.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const mailer = createMailer(readConfig({ SMTP_URL: `smtp://127.0.0.1:${port}` }), () => 0, log)
  try {
    await mailer.send(letter)
  } finally {
    mailer.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  expect(received).toHaveLength(1)
  expect(received[0]).toContain('To: elodie@exemple.fr')
  expect(received[0]).toMatch(/Piscine Pontoise/)
})

test('without SMTP_URL the letter stays on the machine as a file', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'regie-mail-'))
  try {
    await createMailer(readConfig({ DATA_DIR: directory }), () => 42, log).send(letter)
    const [file] = readdirSync(path.join(directory, 'mail'))
    expect(file).toBe('42-elodie@exemple.fr.eml')
    expect(readFileSync(path.join(directory, 'mail', file ?? ''), 'utf8')).toContain(
      'Piscine Pontoise',
    )
  } finally {
    rmSync(directory, { recursive: true })
  }
})
