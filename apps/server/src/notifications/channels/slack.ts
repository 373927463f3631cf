// A channel of Slack, by an incoming webhook of the organisation's.

import { ask, type Outcome, readRefusal } from '../../platform/providers.ts'
import type { Claimed } from '../store/messages.ts'

export async function sendSlack({ address, subject, body }: Claimed): Promise<Outcome> {
  const answer = await ask(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: `*${escapeSlack(subject)}*\n${escapeSlack(body)}` }),
  })
  if (!(answer instanceof Response)) return answer
  return answer.ok ? { kind: 'handed_over' } : await readRefusal(answer)
}

/** Slack reads these three letters as markup. */
const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
