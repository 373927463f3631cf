// A PDF opened in the browser: how many pages it has, and each as a picture.
import type { PdfAnswer, PdfRequest } from './pdf-page-worker.ts'

export type PdfPages = {
  readonly count: number
  /** `edge`: the long side in pixels. */
  readonly picture: (page: number, edge: number) => Promise<Blob>
  readonly close: () => void
}

/** A page that takes longer would hold up whoever waits for it. */
const PATIENCE_MS = 60_000

/** Why a PDF cannot be shown. */
export class UnreadablePdf extends Error {
  readonly isLocked: boolean
  constructor(reason: string) {
    super(reason)
    this.isLocked = /password/i.test(reason)
  }
}

type Body = PdfRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never

export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const worker = new Worker(new URL('./pdf-page-worker.ts', import.meta.url), { type: 'module' })
  let asked = 0
  const ask = (body: Body) =>
    new Promise<PdfAnswer>((resolve, reject) => {
      const id = ++asked
      const give = (reason: string) => {
        worker.terminate()
        reject(new UnreadablePdf(reason))
      }
      const timer = setTimeout(() => give('timeout'), PATIENCE_MS)
      const over = () => {
        clearTimeout(timer)
        worker.removeEventListener('message', hear)
      }
      const hear = ({ data }: MessageEvent<PdfAnswer>) => {
        if (data.id !== id) return
        over()
        if (data.kind === 'failed') reject(new UnreadablePdf(data.reason))
        else resolve(data)
      }
      worker.addEventListener('message', hear)
      worker.addEventListener('error', ({ message }) => {
        over()
        give(message)
      })
      worker.postMessage({ ...body, id })
    })
  const opened = await ask({ kind: 'open', bytes }).catch((error: unknown) => {
    worker.terminate()
    throw error
  })
  return {
    count: opened.kind === 'opened' ? opened.pages : 0,
    picture: async (page, edge) => {
      const drawn = await ask({ kind: 'draw', page, edge })
      if (drawn.kind !== 'drawn') throw new UnreadablePdf(drawn.kind)
      return drawn.picture
    },
    close: () => worker.terminate(),
  }
}
