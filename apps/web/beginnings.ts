// What the two pages begin with, as a few files: fifty small ones cost a phone more than what is in them.
import { build, type InlineConfig, type Rollup } from 'vite'

type Chunk = Rollup.OutputChunk

/** The chunks that a page loads before its code runs. */
function neededBy(page: string, chunks: readonly Chunk[]): Set<Chunk> {
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
  return found
}

/** Characters of a chunk that stays alone: what later screens of the other page share must not bring it to them. */
const LARGE = 30_000

/** Runs the page: whoever took something from its file would run the page, too. */
const isMain = (id: string): boolean => /\/main\.tsx$|\.html$/.test(id)

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
  const names = new Map<string, string>()
  for (const chunk of new Set([...board, ...field])) {
    const isBoth = board.has(chunk) && field.has(chunk)
    if (!isBoth && chunk.code.length > LARGE) continue
    const only = board.has(chunk) ? 'board-begins' : 'field-begins'
    for (const id of chunk.moduleIds) if (!isMain(id)) names.set(id, isBoth ? 'both-begin' : only)
  }
  return (id) => names.get(id) ?? null
}
