// A board as it travels: what many bars share is told once, and what is as usual is left out. Ten thousand bars that each
// told their site, client, priority and name were twice as long, and took a third longer to write, to send and to read.
import { z } from 'zod'
import { endpoint, type Id, id } from './kernel.ts'
import { type Bar, type Board, bar, board, boardRange, plainPriority } from './planning.ts'

const named = z.object({ id, name: z.string() })

/** Everything a bar or an open seat tells of its site, but for the name of its client. */
const toldSite = named.extend({
  clientId: id,
  ...bar.pick({ city: true, territory: true, position: true }).shape,
})
type ToldSite = z.infer<typeof toldSite>

const toldPriority = named.extend({
  rank: bar.shape.priorityRank,
  ...bar.pick({ colour: true, icon: true }).shape,
})
type ToldPriority = z.infer<typeof toldPriority>

/** What a bar tells of its technician, site, priority and project, whose ids it names. */
const shared = {
  technicianName: true,
  clientId: true,
  clientName: true,
  siteName: true,
  city: true,
  territory: true,
  position: true,
  priorityName: true,
  priorityRank: true,
  colour: true,
  icon: true,
  projectName: true,
} as const

/** What a bar is unless it says otherwise. */
const usual = {
  positionName: '',
  priorityId: null,
  projectId: null,
  seats: 1,
  seatsFilled: 1,
  attachments: 0,
  locked: false,
  publishedAt: null,
  declinedReason: null,
  override: null,
  clientConfirmed: false,
  unseen: null,
  travelSecondsBefore: null,
  travelMetresBefore: null,
  travelSecondsAfter: null,
} as const satisfies Partial<Bar>
type Usual = keyof typeof usual

/** All that a bar tells itself. */
type Own = Omit<Bar, keyof typeof shared>

const usually = Object.fromEntries(Object.keys(usual).map((key) => [key, true])) as {
  [key in Usual]: true
}

/**
 * A bar as it travels: its technician, site, priority and project by their ids. Left out: no name of the seat, one seat
 * and that one held, no priority, no project, no documents; not locked, a draft, nothing declined, overridden, confirmed
 * or unseen, the way unknown.
 */
export const toldBar = bar.omit(shared).partial(usually)
type ToldBar = z.infer<typeof toldBar>

export const toldBoard = board.extend({
  bars: z.array(toldBar),
  /** Those that the bars name; the technicians of the bars are among `technicians`. */
  sites: z.array(toldSite),
  clients: z.array(named),
  priorities: z.array(toldPriority),
  projects: z.array(named),
})
export type ToldBoard = z.infer<typeof toldBoard>

const byId = <T extends { readonly id: Id }, R>(
  all: readonly T[],
  take: (one: T) => R,
): ReadonlyMap<Id | null | undefined, R> => new Map(all.map((one) => [one.id, take(one)]))

const nameOf = ({ name }: { readonly name: string }): string => name

const siteLabel = (site: ToldSite, clientName: string) => ({
  clientId: site.clientId,
  clientName,
  siteId: site.id,
  siteName: site.name,
  city: site.city,
  territory: site.territory,
  position: site.position,
})

const priorityLabel = ({ name, rank, colour, icon }: Omit<ToldPriority, 'id'>) => ({
  ...{ priorityName: name, priorityRank: rank, colour, icon },
})

/** The board with everything each of its bars tells. O(bars). A bar whose site is not told is left out: none is. */
export function unfoldBoard({
  sites,
  clients,
  priorities,
  projects,
  bars,
  ...rest
}: ToldBoard): Board {
  const personOf = byId(rest.technicians, nameOf)
  const clientOf = byId(clients, nameOf)
  const projectOf = byId(projects, nameOf)
  const siteOf = byId(sites, (site) => siteLabel(site, clientOf.get(site.clientId) ?? ''))
  const priorityOf = byId(priorities, priorityLabel)
  const plain = priorityLabel(plainPriority)
  const whole = (told: ToldBar): Bar[] => {
    const site = siteOf.get(told.siteId)
    if (!site) return []
    const technicianName = personOf.get(told.technicianId) ?? ''
    const projectName = projectOf.get(told.projectId) ?? ''
    const priority = priorityOf.get(told.priorityId) ?? plain
    // What is left out is not there: nothing of it is undefined.
    const own = { ...usual, ...told } as Own
    return [{ ...own, technicianName, projectName, ...site, ...priority }]
  }
  return { ...rest, bars: bars.flatMap(whole) }
}

export const getBoard = endpoint({
  method: 'GET',
  path: '/api/planning/board',
  tag: 'Planning',
  summary:
    'Technicians and their assignments in a range of at most 62 days; repeat technicianId to see only some',
  query: boardRange,
  returns: toldBoard,
  unfold: unfoldBoard,
})
