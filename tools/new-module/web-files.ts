// The web folder of a new capability: its list, its words, its server state.
import type { Naming } from './naming.ts'

const api = ({ module, moduleCamel, Noun, Nouns, words }: Naming): string =>
  `// Server state of a ${words}.
import { ${moduleCamel}Events, get${Noun}, list${Nouns} } from '@regie/contract/${module}'
import { refreshOn } from '../lib/live.tsx'
import { usePages } from '../lib/server-state.tsx'

refreshOn(Object.keys(${moduleCamel}Events), [list${Nouns}, get${Noun}])

export const use${Nouns} = (search: string) => usePages(list${Nouns}, { query: { search } })
`

const wordTable = ({ moduleCamel, title, words }: Naming): string =>
  `import { defineWords } from '../lib/words.ts'

export const ${moduleCamel}Words = defineWords({
  fr: {
    title: '${title}',
    none: 'Rien à montrer ici pour l’instant',
  },
  en: {
    title: '${title}',
    none: 'There is no ${words} yet',
  },
})
`

const screen = ({
  moduleCamel,
  Noun,
  Nouns,
}: Naming): string => `import { Inbox } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { use${Nouns} } from '../api.ts'
import { ${moduleCamel}Words } from '../words.ts'

export const ${Noun}List = () => {
  const words = useWords(${moduleCamel}Words)
  const { items, isPending } = use${Nouns}('')
  if (!isPending && items.length === 0) return <EmptyState icon={Inbox} title={words.none} />
  return (
    <>
      <h1>{words.title}</h1>
      <ul>
        {items.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  )
}
`

const index = ({ module, moduleCamel, noun, Noun }: Naming): string =>
  `// The front door of ${module}: its screens, for the surfaces to compose.
import { type Screen, screen } from '../lib/screen.ts'

export const ${moduleCamel}Screens: readonly Screen[] = [
  screen('/${module}', () => import('./screens/${noun}-list.tsx'), '${Noun}List', '${module}.read'),
]
`

/** Path below the module's folder → text. */
export const webFiles = (naming: Naming): ReadonlyMap<string, string> =>
  new Map([
    ['api.ts', api(naming)],
    ['words.ts', wordTable(naming)],
    [`screens/${naming.noun}-list.tsx`, screen(naming)],
    ['index.ts', index(naming)],
  ])
