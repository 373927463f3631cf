// What the phone's benchmarks share: the product in a folder of its own, which may be stopped and started again, and a
// phone in headless Chromium on which the demo's technician is signed in.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { buildWeb, isWebBuilt } from '../tools/build-web.ts'
import { findChromium } from '../tools/chromium.ts'

const root = path.join(import.meta.dirname, '..')

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

export type Product = {
  readonly address: string
  readonly password: string
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the product with its demo and the web app of the present sources. */
export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(path.join(tmpdir(), 'regie-phone-'))
  const port = await freePort()
  let password = ''
  let child: ChildProcess
  const start = () =>
    new Promise<void>((resolve, reject) => {
      const env = { ...process.env, PORT: String(port), DATA_DIR: folder, HOST: '127.0.0.1' }
      const main = path.join(root, 'apps/server/src/main.ts')
      child = spawn(process.execPath, [main], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
      let text = ''
      const hear = (chunk: Buffer) => {
        text += chunk.toString()
        password = /password: (\S+)/.exec(text)?.[1] ?? password
        if (/Server listening/.test(text)) resolve()
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.once('exit', (code) => reject(new Error(`the product ended with ${code}\n${text}`)))
    })
  const end = async () => {
    child.removeAllListeners('exit')
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  if (!isWebBuilt()) await buildWeb()
  await start()
  return {
    address: `http://127.0.0.1:${port}`,
    password,
    restart: async () => {
      await end()
      await start()
    },
    stop: async () => {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })

/** A phone whose app is installed and opens without network. */
export async function openPhone(
  browser: Browser,
  { address, password }: Product,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    ...{ baseURL: address, locale: 'fr-FR', timezoneId: 'Europe/Paris' },
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  })
  const data = { email: 'technician@demo.regie.example', password }
  const answer = await context.request.post('/api/sign-in', { data })
  if (!answer.ok()) throw new Error(`signing in was answered with ${answer.status()}`)
  const page = await context.newPage()
  await page.goto('/field/')
  await page.evaluate(async () => {
    type Workers = { ready: Promise<{ active: (EventTarget & { state: string }) | null }> }
    const { serviceWorker } = navigator as unknown as { serviceWorker: Workers }
    const { active } = await serviceWorker.ready
    if (active?.state === 'activated') return
    await new Promise((done) => active?.addEventListener('statechange', () => done(null)))
  })
  return { context, page }
}
