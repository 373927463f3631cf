// `npm run screenshots`: the pictures of the guides, from the demonstration of a program started for them alone.
// Wide, middle and narrow windows, light and dark, both languages; written as WebP to docs/images/board.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { runProgram } from '../e2e/setup/run-program.ts'
import { buildWeb, isWebBuilt } from './build-web.ts'
import { findChromium } from './chromium.ts'
import { enter, type Look, widths } from './screenshots/enter.ts'
import { pictures } from './screenshots/pictures.ts'
import { prepare } from './screenshots/stage.ts'
import { asWebp } from './screenshots/webp.ts'
import { root } from './steps/step.ts'

const folder = join(root, 'docs/images/board')

const looks: readonly Look[] = (['fr', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    widths.map((width) => ({
      language,
      theme,
      width,
    })),
  ),
)

/** All pictures of one look; a person names some of them on the command line to make only those. */
async function take(browser: Browser, look: Look, day: string): Promise<void> {
  const wanted = process.argv.slice(2)
  const due = pictures.filter(
    ({ name, shows }) => shows(look) && (wanted.length === 0 || wanted.includes(name)),
  )
  if (due.length === 0) return
  const { context, page } = await enter(browser, look)
  for (const { name, show } of due) {
    await show(page, { day, look })
    const bytes = await asWebp(context, await page.screenshot())
    const file = `${name}-${look.width}-${look.theme}-${look.language}.webp`
    writeFileSync(join(folder, file), bytes)
    console.log(`${file}  ${Math.round(bytes.length / 1000)} kB`)
  }
  await context.close()
}

async function main(): Promise<void> {
  if (!isWebBuilt()) await buildWeb()
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('Chromium is missing; set CHROMIUM_PATH to one')
  mkdirSync(folder, { recursive: true })
  const program = await runProgram('screenshots', { DEMO: 'on' })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    process.env.REGIE_DEMO = program.address
    process.env.REGIE_DEMO_PASSWORD = /password: (\S+)/.exec(program.said())?.[1] ?? ''
    const day = await prepare(browser)
    for (const look of looks) await take(browser, look, day)
  } finally {
    await browser.close()
    await program.stop()
  }
}

await main()
