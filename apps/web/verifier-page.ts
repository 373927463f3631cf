// The page that proves a report without network: one file that people keep on a disk, its program inside it.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

async function program(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      copyPublicDir: false,
      target: 'es2022',
      lib: { entry: here('./verifier/verifier.ts'), formats: ['iife'], name: 'verifier' },
    },
  })
  const [first] = [built].flat()
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('the verifier was not built')
  return chunk.code
}

export const verifierPage = (): Plugin => ({
  name: 'regie-verifier',
  apply: 'build',
  async generateBundle() {
    const page = await readFile(here('./verifier/page.html'), 'utf8')
    // A closing tag inside the program would end it; a `$` means something to `replace`.
    const code = (await program()).replaceAll('</script', '<\\/script')
    this.emitFile({
      type: 'asset',
      fileName: 'verifier.html',
      source: page.replace('<!-- program -->', () => `<script type="module">${code}</script>`),
    })
  },
})
