// Call sheets as PDF files.
import { buffer } from 'node:stream/consumers'
import type { PersonSheet } from '@regie/contract/call-sheets'
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../platform/actor.ts'
import { fail, Refusal } from '../../platform/errors.ts'
import { type Picture, preparePicture } from '../../platform/pdf/pictures.ts'
import type { Services } from '../../platform/services.ts'
import type { Tx } from '../../platform/work.ts'
import { planKey } from '../plans/plan-file.ts'
import { allSheets, getOwnSheet, getPersonSheet } from '../queries/call-sheets.ts'
import { sheetOrganization } from '../store/sheet-facts.ts'
import { writeSheets } from './write-sheets.ts'

type Asked = {
  readonly projectId: Id
  readonly technicianId?: Id | undefined
  readonly number?: number | undefined
  readonly language?: Language | undefined
}

async function send(
  { services, actor, reply }: { services: Services; actor: Actor; reply: FastifyReply },
  sheets: readonly PersonSheet[],
): Promise<void> {
  const [first] = sheets
  if (!first) throw fail('not_found', { what: 'call sheet' })
  const organization = await services.work.read(actor, null, sheetOrganization)
  const plans = await readPlans(services, actor.organizationId, sheets)
  const pdf = await writeSheets({
    ...{ sheets, organization, plans, at: new Date(services.clock()) },
    phoneUrl: `${services.publicUrl()}/field/call-sheet/${first.projectId}`,
  })
  const number = first.number === null ? '' : `-v${first.number}`
  const who = sheets.length === 1 ? ` ${first.name}` : ''
  const name = `${first.projectCode}${number}${who}.pdf`
  const ascii = name.normalize('NFD').replace(/[^\w. -]/g, '')
  await reply
    .headers({
      'content-type': 'application/pdf',
      'content-length': pdf.length,
      'content-disposition': `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
    .send(Buffer.from(pdf))
}

/** Pixels of the long edge: enough for the width of a page. */
const EDGE = 1600

/** The pictures of the plans, each once; one that was replaced before sheets kept theirs has no file any more. */
async function readPlans(
  { files }: Services,
  organizationId: Id,
  sheets: readonly PersonSheet[],
): Promise<Map<Id, Picture>> {
  const ids = new Set(
    sheets.flatMap(({ content }) => content.places.flatMap(({ plan }) => plan?.fileId ?? [])),
  )
  const plans = new Map<Id, Picture>()
  for (const id of ids)
    try {
      const bytes = await buffer(await files.get(planKey(organizationId, id)))
      const picture = await preparePicture(bytes, EDGE)
      if (picture) plans.set(id, picture)
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'not_found')) throw error
    }
  return plans
}

/** Each person's lines and changes are said in their own language, unless one is asked for. */
const inLanguage = (actor: Actor, language: Language): Actor => ({ ...actor, language })

/** The sheets of a version, or of what would be published now: of one person, or of all. */
export async function sendSheets(
  services: Services,
  actor: Actor,
  asked: Asked,
  reply: FastifyReply,
): Promise<void> {
  const { projectId, technicianId, number, language } = asked
  const may = 'productions.read'
  const query = (tx: Tx) =>
    technicianId
      ? getPersonSheet(tx, { projectId, technicianId, number }).then((one) => [one])
      : allSheets(tx, { projectId, number })
  const first = await services.work.read(actor, may, query)
  const wanted = new Set(first.map((one) => language ?? one.language))
  const sheets = new Map<Id, PersonSheet>()
  for (const one of wanted)
    for (const sheet of await services.work.read(inLanguage(actor, one), may, query))
      if ((language ?? sheet.language) === one)
        sheets.set(sheet.technicianId, { ...sheet, language: one })
  const inOrder = first.flatMap((one) => sheets.get(one.technicianId) ?? [])
  await send({ services, actor, reply }, inOrder)
}

/** The reader's own, in the language of their screen. */
export async function sendOwnSheet(
  services: Services,
  actor: Actor,
  projectId: Id,
  reply: FastifyReply,
): Promise<void> {
  const sheet = await services.work.read(actor, 'productions.own', (tx) =>
    getOwnSheet(tx, projectId),
  )
  await send({ services, actor, reply }, [{ ...sheet, language: actor.language }])
}
