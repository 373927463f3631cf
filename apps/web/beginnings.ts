// What the two pages begin with, as three files: fifty small ones cost a phone more than what is in them.
import { build, type InlineConfig, type Rollup } from 'vite'

/** Every module in the chunks that a page loads before its code runs. */
function neededBy(page: string, chunks: readonly Rollup.OutputChunk[]): Set<string> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const entry = chunks.find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId === page)
  if (!entry) throw new Error(`no chunk begins ${page}`)
  const found = new Set([entry])
  // A set is walked to its end also while it grows.
  for (const chunk of found)
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported) found.add(imported)
    }
  return new Set([...found].flatMap(({ moduleIds }) => moduleIds))
}

/**
 * Names the file of a module that a page begins with. Builds once to see which these are: imports alone would also name
 * what an index hands on to later screens only.
 */
export async function beginnings(
  config: InlineConfig,
  pages: { readonly board: string; readonly field: string },
): Promise<(id: string) => string | null> {
  const { output } = (await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    build: { ...config.build, write: false, minify: false },
  })) as Rollup.RollupOutput
  const chunks = output.filter((one) => one.type === 'chunk')
  const board = neededBy(pages.board, chunks)
  const field = neededBy(pages.field, chunks)
  return (id) => {
    if (board.has(id)) return field.has(id) ? 'both-begin' : 'board-begins'
    return field.has(id) ? 'field-begins' : null
  }
}
