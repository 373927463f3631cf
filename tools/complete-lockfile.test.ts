import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { missingEntries, platformOf } from './complete-lockfile.ts'
import { root } from './steps/step.ts'

test('the lockfile serves every platform: if not, run node tools/complete-lockfile.ts', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  expect(missingEntries(lock).map(({ name }) => name)).toEqual([])
})

test('finds what is left out, wherever it would lie', () => {
  const optionalDependencies = {
    'a-linux-x64': '1.0.0',
    'a-darwin-arm64': '1.0.0',
    'a-win32-x64': '1.0.0',
  }
  const lock = {
    packages: {
      '': {},
      'apps/x/node_modules/a': { dev: true, optionalDependencies },
      'node_modules/a-linux-x64': { version: '1.0.0' },
      'apps/x/node_modules/a/node_modules/a-win32-x64': { version: '1.0.0' },
    },
  }
  expect(missingEntries(lock)).toEqual([{ name: 'a-darwin-arm64', version: '1.0.0', dev: true }])
})

test.each([
  ['@biomejs/cli-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
  ['@swc/core-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@swc/core-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
])('%s is for the platform in its name', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})
