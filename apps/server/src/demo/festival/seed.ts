// (b) An invented festival of three days on three stages.
import { agreements } from '@regie/contract/labour-rules'
import { setLabour } from '../../planning/index.ts'
import type { FileStore } from '../../platform/files.ts'
import type { Tx } from '../../platform/work.ts'
import { addPerson, foundOrganization, type Users } from '../founding.ts'
import { planner, technician2 } from '../people.ts'
import { makePoll } from '../polls.ts'
import type { Week } from '../week.ts'
import { makeCrew, makeCrewBook } from './crew.ts'
import { makePhases } from './phases.ts'
import { makeRota } from './rota.ts'
import { makeFestival } from './stages.ts'

export async function seedFestival(
  tx: Tx,
  users: Users,
  week: Week,
  files: FileStore,
): Promise<void> {
  // A concert is not interrupted: the break falls due when the law says so, after six hours.
  const breaks = { breakAfterMinutes: 360, breakMinutes: 20, bufferMinutes: 10 }
  await foundOrganization(tx, { name: 'Les Nuits Fictives (démonstration)', ...breaks }, users)
  const priorities = await makePhases(tx)
  const book = await makeCrewBook(tx)
  const crew = await makeCrew(tx, week, book)
  await addPerson(tx, users, planner)
  await addPerson(tx, users, technician2, crew.get('C01') ?? null)
  const projectId = await makeFestival(tx, { week, book, priorities, files })
  await makeRota(tx, week)
  const { rules } = agreements.event
  await setLabour.run(tx, { projectId, version: 0, chosen: { agreement: 'event', rules } })
  const yes = 'available'
  const [no, maybe] = ['unavailable', 'pending'] as const
  const who = (code: string) => crew.get(code) ?? ''
  await makePoll(tx, week, {
    title: 'Concerts d’hiver : qui peut venir ?',
    message: 'Deux soirs, montage l’après-midi. Repas et navette compris.',
    dates: [week.date(18), week.date(19), week.date(20)],
    hours: { from: '14:00', until: '01:00' },
    peak: { from: '20:00', until: '23:00' },
    people: [
      [who('C01'), null],
      [who('C02'), [yes, yes, yes]],
      [who('C03'), [yes, yes, no]],
      [who('C04'), [maybe, yes, yes]],
      [who('C08'), [yes, no, no]],
      [who('C09'), [yes, yes, yes]],
      [who('C10'), null],
      [who('C15'), [yes, maybe, yes]],
      [who('C19'), [no, no, yes]],
      [who('C24'), null],
    ],
  })
}
