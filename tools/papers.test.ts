import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './steps/step.ts'

const left = new Set(['node_modules', '.git', 'dist', 'data', 'test-results'])
const papers = globSync('**/*.md', {
  cwd: root,
  exclude: (name) => left.has(basename(name)),
}).sort()

const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link?.split('#')[0] ?? '')
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))

test.each(papers)('every link of %s leads somewhere', (paper) => {
  const text = readFileSync(join(root, paper), 'utf8')
  const lost = linksOf(text).filter((link) => !existsSync(join(root, dirname(paper), link)))
  expect(lost).toEqual([])
})

test('the papers a newcomer looks for are there', () => {
  expect(papers).toEqual(
    expect.arrayContaining([
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'docs/architecture.md',
      'docs/glossary.md',
    ]),
  )
  expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toContain('Apache License')
})

test('every module of the server says what it owns', () => {
  for (const door of globSync('apps/server/src/*/index.ts', { cwd: root }))
    expect(papers, door).toContain(join(dirname(door), 'README.md'))
})

test('decisions are numbered without gaps and keep their three parts', () => {
  const decisions = papers.filter((paper) => paper.startsWith('docs/decisions/')).sort()
  for (const [index, paper] of decisions.entries()) {
    expect(paper).toContain(`/${String(index + 1).padStart(4, '0')}-`)
    const text = readFileSync(join(root, paper), 'utf8')
    for (const part of ['Context', 'Decision', 'Consequences'])
      expect(text, paper).toMatch(new RegExp(`^#+ ${part}|^\\*\\*${part}`, 'm'))
  }
})
