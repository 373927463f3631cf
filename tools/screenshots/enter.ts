// A planner of the demonstration in a window of a size, a theme and a language.
import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'

export const widths = [1440, 1024, 390] as const

const windows = {
  1440: { width: 1440, height: 900 },
  1024: { width: 1024, height: 768 },
  390: { width: 390, height: 844 },
} as const

export type Look = {
  readonly width: (typeof widths)[number]
  readonly theme: 'light' | 'dark'
  readonly language: 'fr' | 'en'
}

/** The organisations of the demonstration, whose ids are fixed. */
export const organizations = {
  maintenance: '01900000-0000-7000-8000-00000000de01',
  festival: '01900000-0000-7000-8000-00000000de02',
} as const

/** Where a member works is kept between sessions: every picture says where it is taken. */
export async function work(request: APIRequestContext, organizationId: string): Promise<void> {
  const headers = { origin: address() }
  const data = { organizationId }
  const answer = await request.post('/api/session/organization', { data, headers })
  if (!answer.ok()) throw new Error(`could not change organisation: ${await answer.text()}`)
}

export const address = (): string => process.env.REGIE_DEMO ?? ''

export async function enter(
  browser: Browser,
  { width, theme, language }: Look,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({
    baseURL: address(),
    viewport: windows[width],
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const data = {
    email: 'planner@demo.regie.example',
    password: process.env.REGIE_DEMO_PASSWORD ?? '',
  }
  const answer = await context.request.post('/api/sign-in', { data })
  if (!answer.ok()) throw new Error(`could not sign in: ${await answer.text()}`)
  await work(context.request, organizations.maintenance)
  // The member's own preference is French; on this device it counts as applied, so that the choice below stays.
  const wishes = {
    'regie.language': language,
    'regie.language.applied': 'fr',
    'regie.theme': theme,
  }
  await context.addInitScript({
    content: Object.entries(wishes)
      .map(([key, value]) => `localStorage.setItem('${key}', '${value}')`)
      .join(';'),
  })
  return { context, page: await context.newPage() }
}
