// Everything the face of the solver exports says what it is, where it stands.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../packages/solver/src')
const face = readFileSync(join(source, 'index.ts'), 'utf8')
const exported = [...face.matchAll(/export (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(
  ([, names = '', file = '']) =>
    names
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter(Boolean)
      .map((name) => ({ name, file })),
)

test('the face exports something', () => {
  expect(exported.length).toBeGreaterThan(40)
})

test.each(exported)('$name has a docstring', ({ name, file }) => {
  const text = readFileSync(join(source, file), 'utf8')
  const declaration = new RegExp(
    `(\\S+)\\s*\\nexport (?:const|interface|type|class|function) ${name}\\b`,
  )
  expect(declaration.exec(text)?.[1], `${file}: ${name}`).toBe('*/')
})
