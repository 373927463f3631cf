import { getPushKey } from '@regie/contract/push'
import { useEffect, useState } from 'react'
import { call } from '../../lib/call.ts'
import { useWords } from '../../lib/language.tsx'
import { Note } from '../../ui/note.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useSubscribePush, useUnsubscribePush } from '../api-inbox.ts'
import { preferenceWords } from '../inbox-words.ts'
import { canPush, pushSubscription, subscribeHere } from '../push.ts'

type State = 'asking' | 'on' | 'off' | 'denied' | 'failed'

/** Whether this very browser is told; for the office and for the phone. */
export const PushSwitch = () => {
  const words = useWords(preferenceWords)
  const [state, setState] = useState<State>('asking')
  const { actAsync: subscribe } = useSubscribePush()
  const { actAsync: unsubscribe } = useUnsubscribePush()
  useEffect(() => {
    void pushSubscription().then((known) => setState(known ? 'on' : 'off'))
  }, [])
  if (!canPush()) return <Note>{words.pushMissing}</Note>
  const turnOn = async () => {
    const { publicKey } = await call(getPushKey)
    const made = (await subscribeHere(publicKey))?.toJSON()
    const { p256dh, auth } = made?.keys ?? {}
    if (!made?.endpoint || !p256dh || !auth) return setState('denied')
    await subscribe({ body: { endpoint: made.endpoint, keys: { p256dh, auth } } })
    setState('on')
  }
  const turnOff = async () => {
    const known = await pushSubscription()
    if (known) {
      await unsubscribe({ body: { endpoint: known.endpoint } })
      await known.unsubscribe()
    }
    setState('off')
  }
  const turn = (on: boolean) => {
    setState('asking')
    ;(on ? turnOn() : turnOff()).catch(() => setState('failed'))
  }
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={words.push}
        value={state === 'on'}
        isDisabled={state === 'asking'}
        onChange={turn}
      />
      <p className="text-[0.8125rem] text-ink-2">{state === 'on' ? words.pushOn : words.pushOff}</p>
      {state === 'denied' && <Note tone="warn">{words.pushDenied}</Note>}
      {state === 'failed' && <Note tone="bad">{words.pushFailed}</Note>}
    </div>
  )
}
