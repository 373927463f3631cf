import { useEffect, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { Card } from '../../ui/card.tsx'
import { Note } from '../../ui/note.tsx'
import { Switch } from '../../ui/switch.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { type PushState, readPush, turnPushOff, turnPushOn } from './push.ts'
import { phoneNotificationWords } from './words.ts'

/** The phone's own switch: takes effect at once, and says why when it cannot. */
export const PushCard = () => {
  const words = useWords(phoneNotificationWords)
  const { member } = useSession()
  const [state, setState] = useState<PushState | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => void readPush(member.id).then(setState), [member.id])
  const turn = async (isOn: boolean) => {
    setBusy(true)
    try {
      setState(isOn ? await turnPushOn(member.id) : await turnPushOff())
    } catch {
      showToast({ tone: 'bad', title: words.failed, text: words.failedText })
    } finally {
      setBusy(false)
    }
  }
  const isIos = /iPhone|iPad/.test(navigator.userAgent)
  return (
    <Card title={words.here} description={words.hereText}>
      <div className="flex flex-col gap-2">
        <Switch
          label={words.push}
          value={state === 'on'}
          onChange={(isOn) => void turn(isOn)}
          isDisabled={isBusy || state === null || state === 'missing' || state === 'blocked'}
        />
        {state === 'missing' && <Note tone="info">{isIos ? words.missingIos : words.missing}</Note>}
        {state === 'blocked' && <Note tone="warn">{words.blocked}</Note>}
      </div>
    </Card>
  )
}
