// People in front of their screens, each in a browser of their own.
import type { Browser, BrowserContext, Page, Request } from '@playwright/test'

export const desk = { width: 1440, height: 900 } as const
export const phone = { width: 390, height: 844 } as const

export type Person = {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: string[]
  /** Questions to the API that are not answered yet; the live stream never is. */
  readonly asking: () => number
}

/** Signs in through the page that shows itself. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/sign-in'))
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  const answer = await answered
  if (!answer.ok()) throw new Error(`signing in was answered with ${answer.status()}`)
}

/** At the page: `nobody`, or a member of the demonstration (`planner`, `technician` …) who is signed in. */
export async function enterDemo(
  browser: Browser,
  who: string,
  path: string,
  viewport: { readonly width: number; readonly height: number } = desk,
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: process.env.REGIE_DEMO ?? '',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    viewport,
  })
  if (who !== 'nobody') {
    const password = process.env.REGIE_DEMO_PASSWORD ?? ''
    const data = { email: `${who}@demo.regie.example`, password }
    const answer = await context.request.post('/api/sign-in', { data })
    if (!answer.ok()) throw new Error(`${who} could not sign in: ${await answer.text()}`)
  }
  const page = await context.newPage()
  const faults = watchFaults(page)
  const asking = watchQuestions(page)
  await page.goto(path)
  return { page, context, faults, asking }
}

function watchQuestions(page: Page): () => number {
  const open = new Set<Request>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/') && !pathname.startsWith('/api/live')) open.add(request)
  })
  const close = (request: Request) => void open.delete(request)
  page.on('requestfinished', close).on('requestfailed', close)
  return () => open.size
}

/** Collects what no page may do: throw, or get an answer that says the server broke. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`)
  })
  return faults
}
