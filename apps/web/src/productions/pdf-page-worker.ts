// Draws pages of a PDF beside the screen, in a place of its own: the one part of the app that may run WebAssembly
// (its answer carries that permission), and which is ended when a file takes too long.
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import wasmUrl from '@hyzyla/pdfium/pdfium.wasm?url'

export type PdfRequest = { readonly id: number } & (
  | { readonly kind: 'open'; readonly bytes: Uint8Array }
  /** `edge`: the long side of the picture in pixels. */
  | { readonly kind: 'draw'; readonly page: number; readonly edge: number }
)
export type PdfAnswer = { readonly id: number } & (
  | { readonly kind: 'opened'; readonly pages: number }
  | { readonly kind: 'drawn'; readonly picture: Blob }
  | { readonly kind: 'failed'; readonly reason: string }
)

let opened: PDFiumDocument | undefined

async function answer(request: PdfRequest): Promise<PdfAnswer> {
  const { id } = request
  if (request.kind === 'open') {
    const library = await PDFiumLibrary.init({ wasmUrl: new URL(wasmUrl, location.href).href })
    opened = await library.loadDocument(request.bytes)
    return { id, kind: 'opened', pages: opened.getPageCount() }
  }
  if (!opened) throw new Error('no file is open')
  const page = opened.getPage(request.page - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = request.edge / Math.max(originalWidth, originalHeight, 1)
  const { data, width, height } = await page.render({ scale, render: 'bitmap' })
  const canvas = new OffscreenCanvas(width, height)
  const pixels = new ImageData(new Uint8ClampedArray(data), width, height)
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
  return { id, kind: 'drawn', picture: await canvas.convertToBlob({ type: 'image/png' }) }
}

addEventListener('message', ({ data }: MessageEvent<PdfRequest>) => {
  void answer(data)
    .catch(
      (error: unknown): PdfAnswer => ({
        id: data.id,
        kind: 'failed',
        reason: error instanceof Error ? error.message : String(error),
      }),
    )
    .then((said) => postMessage(said))
})
