// Looks through the camera for codes, with the browser's own detector.
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'

type Detector = {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector

const FORMATS = ['qr_code', 'code_128', 'code_39', 'ean_13', 'ean_8', 'data_matrix'] as const
const EVERY_MS = 250

export type ScannerState = 'starting' | 'looking' | 'unsupported' | 'no-camera'

type Scanner = { readonly video: RefObject<HTMLVideoElement | null>; readonly state: ScannerState }

/** Calls `onCode` for each new code; the camera is let go with the screen. */
export function useScanner(onCode: (code: string) => void): Scanner {
  const video = useRef<HTMLVideoElement>(null)
  const Detect = detectorClass()
  const [state, setState] = useState<ScannerState>(Detect ? 'starting' : 'unsupported')
  const hear = useEffectEvent(onCode)
  useEffect(() => {
    if (!Detect) return
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setInterval> | undefined
    let isOver = false
    let last = ''
    const look = async (detector: Detector) => {
      if (!video.current || video.current.readyState < 2) return
      const [found] = await detector.detect(video.current).catch(() => [])
      if (!found || found.rawValue === last || isOver) return
      last = found.rawValue
      hear(found.rawValue)
    }
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (isOver || !video.current) return release()
      video.current.srcObject = stream
      await video.current.play()
      const detector = new Detect({ formats: FORMATS })
      timer = setInterval(() => void look(detector), EVERY_MS)
      setState('looking')
    }
    const release = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    begin().catch(() => setState('no-camera'))
    return () => {
      isOver = true
      clearInterval(timer)
      release()
    }
  }, [Detect])
  return { video, state }
}
