// E-mail by the installation's SMTP server.

import type { Outcome } from '../../platform/providers.ts'
import type { Services } from '../../platform/services.ts'
import type { Claimed } from '../store/messages.ts'

type SmtpError = Error & { readonly responseCode?: number; readonly code?: string }

/** What SMTP says of this letter for good (5xx), or nobody could be written to. Everything else may pass. */
const isFinal = ({ responseCode, code }: SmtpError): boolean =>
  code !== 'EAUTH' && (responseCode === undefined ? code === 'EENVELOPE' : responseCode >= 500)

/** The server does not answer, closes, or does not know us: no other letter would fare better. */
const isDown = ({ responseCode, code }: SmtpError): boolean =>
  responseCode === undefined || responseCode === 421 || code === 'EAUTH'

export async function sendEmail(
  { mailer, publicUrl }: Services,
  { id, address, subject, body, headers }: Claimed,
): Promise<Outcome> {
  const messageId = `<${id}@${new URL(publicUrl()).hostname}>`
  try {
    await mailer.send({
      to: address,
      subject,
      text: body,
      messageId,
      ...(headers ? { headers } : {}),
    })
    return mailer.connected ? { kind: 'handed_over', providerId: messageId } : { kind: 'kept' }
  } catch (error) {
    const fault = error as SmtpError
    if (isFinal(fault)) return { kind: 'refused', error: fault.message }
    return { kind: 'later', error: fault.message, isDown: isDown(fault) }
  }
}
