// The contract of a new capability: its noun, its endpoints, its events.
import type { Naming } from './naming.ts'

export const contractFile = ({
  module,
  moduleCamel,
  nounCamel,
  nounSnake,
  Noun,
  Nouns,
  title,
  words,
}: Naming): string => `// ${title}: say here in one line what this capability is for.
import { z } from 'zod'
import { endpoint, id, instant, page, pageQuery, text, version } from './kernel.ts'

/** What is asked of a ${words} when it is made or changed. */
export const ${nounCamel}Draft = z.object({ name: text(200) })
export type ${Noun}Draft = z.infer<typeof ${nounCamel}Draft>

export const ${nounCamel} = ${nounCamel}Draft.extend({ id, version, archivedAt: instant.nullable() })
export type ${Noun} = z.infer<typeof ${nounCamel}>

const tag = '${title}'
const params = z.object({ ${nounCamel}Id: id })

export const list${Nouns} = endpoint({
  method: 'GET',
  path: '/api/${module}',
  tag,
  summary: '${title} by name',
  query: pageQuery,
  returns: page(${nounCamel}),
})
export const get${Noun} = endpoint({
  method: 'GET',
  path: '/api/${module}/:${nounCamel}Id',
  tag,
  summary: 'One ${words}',
  params,
  returns: ${nounCamel},
})
export const create${Noun} = endpoint({
  method: 'POST',
  path: '/api/${module}',
  tag,
  summary: 'Add a ${words}',
  body: ${nounCamel}Draft,
  returns: ${nounCamel},
  status: 201,
})
export const update${Noun} = endpoint({
  method: 'PATCH',
  path: '/api/${module}/:${nounCamel}Id',
  tag,
  summary: 'Change a ${words}',
  params,
  body: ${nounCamel}Draft.extend({ version }),
  returns: ${nounCamel},
})
export const archive${Noun} = endpoint({
  method: 'POST',
  path: '/api/${module}/:${nounCamel}Id/archive',
  tag,
  summary: 'Archive a ${words}, or bring it back',
  params,
  body: z.object({ version, archived: z.boolean().default(true) }),
  returns: ${nounCamel},
})

/** What happened here, as told on the live stream. */
export const ${moduleCamel}Events = {
  ${nounSnake}_created: z.object({ ${nounCamel}Id: id, name: z.string() }),
  ${nounSnake}_changed: z.object({ ${nounCamel}Id: id, name: z.string() }),
  ${nounSnake}_archived: z.object({ ${nounCamel}Id: id, name: z.string(), archived: z.boolean() }),
}
`
