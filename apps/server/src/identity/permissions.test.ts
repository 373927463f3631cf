import { permissionSentences } from '@regie/contract/permissions'
import { expect, test } from 'vitest'
import { modules } from '../modules.ts'
import { permissionTable } from './queries.ts'

const declared = Object.assign({}, ...modules.map((module) => module.permissions))

test('every permission that a role holds is said in both languages, in packages/contract/src/permissions.ts', () => {
  const unsaid = permissionTable(declared)
    .map(({ permission }) => permission)
    .filter((permission) => !permissionSentences[permission])
  expect(unsaid).toEqual([])
})

test('an owner holds every permission', () => {
  const missing = permissionTable(declared).filter(({ roles }) => !roles.includes('owner'))
  expect(missing).toEqual([])
})

test("permissions that no role holds are the program's own, and left out of the table", () => {
  expect(permissionTable(declared).map(({ permission }) => permission)).not.toContain(
    'identity.provision',
  )
})
