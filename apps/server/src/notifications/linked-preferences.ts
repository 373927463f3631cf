// How somebody without an account wishes to be told, by the link of a message. A link may be forwarded: addresses are covered.
import type { AnswerPage } from '@regie/contract/answer-links'
import type { LinkedPreferences } from '@regie/contract/notifications'
import type { Services } from '../platform/services.ts'
import { command, type Tx } from '../platform/work.ts'
import { actorFor, openLink, personOf, readAnswerPage } from './answers.ts'
import { readOwnPreferences, savePreferences } from './preferences.ts'

export type Chosen = Pick<
  LinkedPreferences,
  'version' | 'language' | 'quietFrom' | 'quietUntil'
> & {
  readonly email: boolean
  readonly sms: boolean
}

/** Channels that the link does not show stay as they are. */
const saveLinked = command(
  'notifications.save-linked-preferences',
  { permission: 'notifications.own' },
  async (tx: Tx, { email, sms, ...chosen }: Chosen): Promise<void> => {
    const { off, kinds, reach } = await readOwnPreferences(tx)
    const said = { ...(reach.email ? { email } : {}), ...(reach.mobile ? { sms } : {}) }
    await savePreferences.run(tx, {
      ...{ ...chosen, kinds },
      off: [
        ...off.filter((channel) => !(channel in said)),
        ...(['email', 'sms'] as const).filter((channel) => said[channel] === false),
      ],
    })
  },
)

export async function savePreferencesByLink(
  services: Services,
  token: string,
  chosen: Chosen,
): Promise<AnswerPage> {
  const link = await openLink(services, token)
  // A link that is revoked changes nothing either.
  await readAnswerPage(services, token)
  await services.work.act(actorFor(link, await personOf(services, link)), saveLinked, chosen)
  return await readAnswerPage(services, token)
}
