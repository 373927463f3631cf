import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { eventSentences } from './event-sentences.ts'

const here = import.meta.dirname

const declared = async (): Promise<string[]> => {
  const files = readdirSync(here).filter((name) => /^[\w-]+\.ts$/.test(name))
  const modules = await Promise.all(
    files.map((name): Promise<Record<string, unknown>> => import(path.join(here, name))),
  )
  return modules.flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('Events'))
      .flatMap(([, events]) => Object.keys(events as object)),
  )
}

test('every event has its sentence, and every sentence its event', async () => {
  expect(Object.keys(eventSentences).sort()).toEqual([...new Set(await declared())].sort())
})
