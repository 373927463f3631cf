// Outgoing mail by SMTP. Without SMTP_URL nothing leaves the machine: letters are kept as files to look at.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** The same letter sent twice has the same id, by which mailboxes know it again. */
  readonly messageId?: string
  /** Besides the usual ones, e.g. the way out of a list of readers. */
  readonly headers?: Readonly<Record<string, string>>
  readonly attachments?: {
    readonly filename: string
    readonly content: Buffer
    readonly contentType: string
  }[]
}
/** `connected` is false where letters stay on this machine. */
export type Mailer = {
  readonly connected: boolean
  send(letter: Letter): Promise<void>
  close(): void
}

export function createMailer(config: Config, clock: Clock, log: Log): Mailer {
  if (!config.mail.smtpUrl)
    return keepLetters(path.join(config.dataDir, 'mail'), config.mail.from, clock, log)
  const transport = createTransport(
    {
      url: config.mail.smtpUrl,
      pool: true,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    },
    { from: config.mail.from },
  )
  return {
    connected: true,
    async send(letter) {
      await transport.sendMail(letter)
    },
    close: () => transport.close(),
  }
}

function keepLetters(directory: string, from: string, clock: Clock, log: Log): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true }, { from })
  return {
    connected: false,
    async send(letter) {
      const { message } = await transport.sendMail(letter)
      await mkdir(directory, { recursive: true })
      const file = path.join(directory, `${clock()}-${letter.to.replace(/[^\w@.-]/g, '_')}.eml`)
      await writeFile(file, message as Buffer)
      log.info(
        { to: letter.to, subject: letter.subject, file },
        'no SMTP_URL: the letter was kept as a file',
      )
    },
    close: () => transport.close(),
  }
}
