// E-mail by the installation's SMTP server.

import type { Outcome } from '../../platform/providers.ts'
import type { Services } from '../../platform/services.ts'
import type { Claimed } from '../store/messages.ts'

/** Codes of SMTP that say never: 5xx. Everything else may pass. */
const isFinal = (error: unknown): boolean => {
  const code = (error as { responseCode?: number }).responseCode
  return code !== undefined && code >= 500
}

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
    return { kind: isFinal(error) ? 'refused' : 'later', error: (error as Error).message }
  }
}
