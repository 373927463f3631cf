import { useNavigate } from '@tanstack/react-router'
import { useEffectEvent, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { findAsset } from '../find-asset.ts'
import { useStops } from '../offline/phone.tsx'
import { Back } from '../parts/back.tsx'
import { type ScannerState, useScanner } from '../use-scanner.ts'
import { fieldworkWords } from '../words.ts'

/** Opens an asset by its code: with the camera where the browser can, by hand anywhere. */
export const Scan = () => {
  const words = useWords(fieldworkWords)
  const navigate = useNavigate()
  const { stops } = useStops()
  const [typed, setTyped] = useState('')
  const [unknown, setUnknown] = useState<string | null>(null)
  const open = useEffectEvent((code: string) => {
    const asset = findAsset(stops ?? [], code)
    setUnknown(asset ? null : code)
    if (asset)
      void navigate({ to: '/asset/$assetId' as never, params: { assetId: asset.id } as never })
  })
  const { video, state } = useScanner((code) => open(code))
  const told: Readonly<Record<ScannerState, string>> = {
    ...{ starting: words.scanText, looking: words.scanText },
    ...{ unsupported: words.scanNone, 'no-camera': words.scanNoCamera },
  }
  const hasCamera = state === 'starting' || state === 'looking'
  return (
    <div className="flex flex-col pb-8">
      <Back />
      <div className="flex flex-col gap-4 px-4">
        <h1 className="font-bold text-2xl">{words.scan}</h1>
        <p className="text-ink-2">{told[state]}</p>
        {hasCamera && (
          <video
            ref={video}
            muted
            playsInline
            className="aspect-square w-full rounded-card bg-sunken object-cover"
          />
        )}
        {unknown !== null && <Note tone="warn">{words.assetUnknown(unknown)}</Note>}
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim()) open(typed)
          }}
        >
          <TextField label={words.assetCode} value={typed} onChange={setTyped} maxLength={200} />
          <Button type="submit" tone="primary" isDisabled={!typed.trim()}>
            {words.assetFind}
          </Button>
        </form>
      </div>
    </div>
  )
}
