import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, readSecret } from './config.ts'

test('an empty environment gives the documented defaults', () => {
  const config = readConfig({})
  expect(config.port).toBe(3000)
  expect(config.host).toBe('127.0.0.1')
  expect(config.dataDir).toBe(path.resolve('data'))
  expect(config.databaseUrl).toBeUndefined()
  expect(config.demo).toBe(true)
  expect(config.roles).toEqual(['web', 'worker', 'cron'])
})

test('every fault is told at once, with what was expected and what came', () => {
  const read = () =>
    readConfig({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://x',
      ROLES: 'web,boss',
      TRAVEL_DETOUR: '0.2',
    })
  for (const part of [
    'PORT',
    '"eighty"',
    'DATABASE_URL',
    'mysql://x',
    'ROLES',
    'TRAVEL_DETOUR',
    '"0.2"',
  ])
    expect(read).toThrow(part)
})

test('settings that need each other are asked for together', () => {
  const read = () => readConfig({ FILES: 's3', TRAVEL: 'osrm' })
  expect(read).toThrow('S3_BUCKET')
  expect(read).toThrow('TRAVEL_URL')
})

test('an empty variable counts as not given', () => {
  expect(readConfig({ PORT: '', DEMO: '' })).toMatchObject({ port: 3000, demo: true })
})

test.each([
  ['off', false],
  ['0', false],
  ['on', true],
  ['true', true],
])('DEMO=%s is %s', (given, meant) => {
  expect(readConfig({ DEMO: given }).demo).toBe(meant)
})

test('the secret is made once and kept', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'regie-secret-'))
  try {
    const config = readConfig({ DATA_DIR: directory })
    let made = 0
    const random = () => `secret-${++made}-${'x'.repeat(32)}`
    expect(readSecret(config, random)).toBe(readSecret(config, random))
    expect(made).toBe(1)
    expect(readSecret(readConfig({ DATA_DIR: directory, SECRET: 'y'.repeat(32) }), random)).toBe(
      'y'.repeat(32),
    )
  } finally {
    rmSync(directory, { recursive: true })
  }
})
