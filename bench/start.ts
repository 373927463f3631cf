// How long a newcomer waits: a fresh clone, `npm start`, until a page answers; then the second start.
// `npm run bench:start`. Aims: first under 180 s, second under 6 s, on 2 cores.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keepResults } from './results.ts'

const root = path.join(import.meta.dirname, '..')
const ADDRESS = /is at (http:\/\/\S+)/

type Started = { readonly seconds: number; readonly child: ChildProcess; readonly address: string }

/** Seconds from the command to the first page that answers. */
async function start(clone: string): Promise<Started> {
  const from = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      npm_config_cache: path.join(clone, '..', 'npm-cache'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = ADDRESS.exec(text)?.[1]
      if (found) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}\n${text}`)))
  })
  const page = await fetch(address)
  if (!page.ok || !(await page.text()).includes('<div id="root">'))
    throw new Error(`no page at ${address}: ${page.status}`)
  return { seconds: (performance.now() - from) / 1000, child, address }
}

async function stop({ child }: Started): Promise<void> {
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

const folder = mkdtempSync(path.join(tmpdir(), 'regie-start-'))
try {
  const clone = path.join(folder, 'clone')
  execFileSync('git', ['clone', '--quiet', root, clone])
  const first = await start(clone)
  await stop(first)
  const later: number[] = []
  for (let run = 0; run < 3; run++) {
    const again = await start(clone)
    later.push(again.seconds)
    await stop(again)
  }
  const round = (seconds: number) => Math.round(seconds * 10) / 10
  keepResults('start', {
    aim: { firstStartSeconds: 180, secondStartSeconds: 6 },
    firstStartSeconds: round(first.seconds),
    secondStartSeconds: later.map(round),
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
