// Sites, projects, priorities and templates as files name them.
import type { Priority, Template } from '@regie/contract/catalog'
import type { Bilingual } from '@regie/contract/integrations'
import type { Id } from '@regie/contract/kernel'
import { allPriorities, findTemplateByName } from '../../catalog/index.ts'
import type { Tx } from '../../platform/work.ts'
import type { Line } from '../intake.ts'
import { fold } from '../reading.ts'
import { type NamedSite, namedProjects, namedSites } from './store.ts'

export type Directory = Awaited<ReturnType<typeof openDirectory>>

const UNKNOWN_SITE: Bilingual = {
  fr: "un site connu (importez d'abord les sites)",
  en: 'a known site (import the sites first)',
}

/** Looked up once for a whole file; templates are asked for by name as lines name them. */
export async function openDirectory(tx: Tx, lines: readonly Line[]) {
  const sites = await namedSites(tx)
  const byExternalId = new Map(sites.map((site) => [site.externalId, site]))
  const byName = Map.groupBy(sites, ({ name }) => fold(name))
  const projects = await namedProjects(tx)
  const priorities = await allPriorities(tx, { archived: false })
  const templates = await namedTemplates(tx, lines)

  const readSite = (line: Line): Id | undefined => {
    const identifier = line.text('site.externalId')
    if (identifier) {
      const site = byExternalId.get(identifier)
      if (!site) line.fault('site.externalId', UNKNOWN_SITE)
      return site?.id
    }
    return readSiteByName(line, byName)
  }
  return {
    readSite,
    readProject: (line: Line): Id | undefined =>
      pick(line, 'project', projects, ({ code, name }) => [code, name])?.id,
    readPriority: (line: Line): Priority | undefined =>
      pick(line, 'priority', priorities, ({ name, rank }) => [name, String(rank)]),
    readTemplate: (line: Line): Template | undefined =>
      pick(line, 'template', templates, ({ name }) => [name]),
  }
}

function readSiteByName(
  line: Line,
  byName: ReadonlyMap<string, readonly NamedSite[]>,
): Id | undefined {
  const name = line.text('site.name')
  const client = line.text('client.name')
  if (!name) {
    line.fault('site.name', {
      fr: 'un site (nom ou identifiant)',
      en: 'a site (name or identifier)',
    })
    return undefined
  }
  const named = byName.get(fold(name)) ?? []
  const meant = client ? named.filter((one) => fold(one.clientName) === fold(client)) : named
  if (meant.length === 1) return meant[0]?.id
  if (meant.length === 0) line.fault('site.name', UNKNOWN_SITE)
  else
    line.fault('site.name', {
      fr: `un identifiant : ${meant.length} sites portent ce nom`,
      en: `an identifier: ${meant.length} sites have this name`,
    })
  return undefined
}

async function namedTemplates(tx: Tx, lines: readonly Line[]): Promise<Template[]> {
  const names = new Map(lines.map((line) => [fold(line.text('template')), line.text('template')]))
  const found: Template[] = []
  for (const name of names.values()) {
    const template = name ? await findTemplateByName(tx, name) : undefined
    if (template) found.push(template)
  }
  return found
}

/** The item one of whose words the cell is; a fault names what there is. */
function pick<T extends { readonly name: string }>(
  line: Line,
  field: string,
  items: readonly T[],
  wordsOf: (item: T) => readonly string[],
): T | undefined {
  const cell = fold(line.text(field))
  if (!cell) return undefined
  const item = items.find((one) => wordsOf(one).some((word) => fold(word) === cell))
  const list = items
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 200)
  if (!item)
    line.fault(field, {
      fr: `l'un de : ${list || 'aucun pour le moment'}`,
      en: `one of: ${list || 'none so far'}`,
    })
  return item
}
