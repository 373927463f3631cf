import type { Signature } from '@regie/contract/report-content'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { reportWords } from '../words.ts'

const PATIENCE_MS = 15_000

type State = 'off' | 'locating' | 'failed' | number

/** Where it is signed, only if whoever signs agrees; nobody is kept from signing without it. */
export const PositionConsent = ({
  onChange,
}: {
  onChange: (position: Signature['position']) => void
}) => {
  const words = useWords(reportWords)
  const [state, setState] = useState<State>('off')
  const ask = (isOn: boolean) => {
    onChange(null)
    if (!isOn) return setState('off')
    if (!('geolocation' in navigator)) return setState('failed')
    setState('locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        onChange({ latitude, longitude, accuracyMetres: Math.round(accuracy) })
        setState(Math.round(accuracy))
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    )
  }
  const said =
    typeof state === 'number'
      ? words.located(state)
      : { off: '', locating: words.locating, failed: words.notLocated }[state]
  return (
    <div className="flex flex-col gap-1">
      <Checkbox
        label={words.attachPosition}
        description={words.attachPositionHelp}
        value={state === 'locating' || typeof state === 'number'}
        onChange={ask}
      />
      <p role="status" className="text-ink-2 empty:hidden">
        {said}
      </p>
    </div>
  )
}
