// Browser tests: the real program with its own PostgreSQL, driven through Chromium.
import { join, resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from '../tools/chromium.ts'

const here = import.meta.dirname
const chromium = findChromium()

const on = (address: string | undefined) => (address === undefined ? {} : { baseURL: address })

/** What is played on phones, by messages, with lists and over years: as long as all that is played on the board. */
const crew = [
  'field-*.spec.ts',
  'shell-weight.spec.ts',
  'client-moves.spec.ts',
  'reliefs.spec.ts',
  'policies.spec.ts',
  'series.spec.ts',
  'work-orders.spec.ts',
]

/** Toolbars that are web pages, kept ready for a window that nobody sees: a quarter of the browser's work. */
const unseen = [
  'InitialWebUI',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
  'WebUILocationBar',
  'WebUIOmniboxPopup',
  'WebUIReloadButton',
]
/** What Playwright turns off by itself: of two such switches only the last one counts. */
const unwanted = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
]

export default defineConfig({
  outputDir: resolve(here, '../test-results'),
  globalSetup: './setup/programs.ts',
  workers: 2,
  // Far beyond what they take: a busy machine is no fault.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    // Films and snapshots of all that is done take a third of the work: asked for when a fault does not show itself.
    trace: process.env.TRACE === 'on' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${[...unwanted, ...unseen].join()}`,
      ],
    },
  },
  // Tests that follow each other do not disturb each other on the one program they share; each project has its own.
  projects: [
    {
      name: 'company',
      workers: 1,
      testDir: here,
      testIgnore: ['demo/**', 'empty/**', ...crew],
      use: on(process.env.REGIE_ADDRESS),
    },
    {
      name: 'crew',
      workers: 1,
      testDir: here,
      testMatch: [...crew],
      use: on(process.env.REGIE_CREW),
    },
    { name: 'demo', workers: 1, testDir: join(here, 'demo'), use: on(process.env.REGIE_DEMO) },
    { name: 'empty', workers: 1, testDir: join(here, 'empty'), use: on(process.env.REGIE_EMPTY) },
  ],
})
