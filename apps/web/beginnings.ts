// What a page begins with, as one file: fifty small ones cost a phone more than what is in them.
import { build, type InlineConfig, type Rollup } from 'vite'

type Chunk = Rollup.OutputChunk

/** The chunks that a page loads before its code runs. */
function begin(chunks: readonly Chunk[]): Set<Chunk> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const entry = chunks.find(({ isEntry }) => isEntry)
  if (!entry) throw new Error('no chunk begins the page')
  const found = new Set([entry])
  // A set is walked to its end also while it grows.
  for (const chunk of found)
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported) found.add(imported)
    }
  return found
}

/** What chunks themselves need to find each other. */
const RUNTIME = '\0rolldown/runtime.js'

/**
 * Names the file of a module that the page begins with. Builds once to see which these are: imports alone would also
 * name what an index hands on to later screens only.
 */
export async function beginnings(
  config: InlineConfig,
  surface: string,
): Promise<(id: string) => string | null> {
  const { output } = (await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    build: { ...config.build, write: false, minify: false },
  })) as Rollup.RollupOutput
  const chunks = begin(output.filter((one) => one.type === 'chunk'))
  const ids = new Set([RUNTIME, ...[...chunks].flatMap(({ moduleIds }) => moduleIds)])
  return (id) => (ids.has(id) && !id.endsWith('.html') ? `${surface}-begins` : null)
}
