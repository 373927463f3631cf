// PNG to WebP by the browser that made it: no encoder of our own, a third of the weight.
import type { BrowserContext } from '@playwright/test'

const QUALITY = 0.8

export async function asWebp(context: BrowserContext, png: Buffer): Promise<Buffer> {
  const page = await context.newPage()
  const script = `(async () => {
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d').drawImage(picture, 0, 0)
    return canvas.toDataURL('image/webp', ${QUALITY})
  })()`
  const url = await page.evaluate<string>(script)
  await page.close()
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
