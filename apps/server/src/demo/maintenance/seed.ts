// (a) A maintenance company with the real facilities of Paris.
import type { Tx } from '../../platform/work.ts'
import { addPerson, foundOrganization, makePriorities, type Users } from '../founding.ts'
import { accountant, manager, planner, technician, technician2 } from '../people.ts'
import { makePoll } from '../polls.ts'
import type { Week } from '../week.ts'
import { makeContracts } from './contracts.ts'
import { bringFacilities } from './facilities.ts'
import { makeBook, makeTeam } from './team.ts'
import { makeTemplates } from './templates.ts'
import { makeTours } from './tours.ts'
import { makeVisits } from './visits.ts'

export async function seedMaintenance(tx: Tx, users: Users, week: Week): Promise<void> {
  await foundOrganization(
    tx,
    { name: 'Maintenance Exemple (démonstration)', bufferMinutes: 10 },
    users,
  )
  const priorities = await makePriorities(tx)
  const book = await makeBook(tx)
  const team = await makeTeam(tx, week, book)
  for (const person of [planner, manager, accountant]) await addPerson(tx, users, person)
  await addPerson(tx, users, technician, team.get('T01') ?? null)
  await addPerson(tx, users, technician2, team.get('T02') ?? null)
  const templates = await makeTemplates(tx, book, priorities)
  const facilities = await bringFacilities(tx)
  await makeVisits(tx, week, facilities, templates)
  await makeTours(tx, week)
  await makeContracts(tx, week, { facilities, templates, team })
  const who = (code: string) => team.get(code) ?? ''
  await makePoll(tx, week, {
    title: 'Astreinte du week-end',
    message: 'Une équipe de deux par jour, depuis chez soi ; déplacement payé.',
    dates: [week.date(12), week.date(13)],
    hours: { from: '08:00', until: '20:00' },
    peak: null,
    people: [
      [who('T01'), null],
      [who('T03'), ['available', 'available']],
      [who('T04'), ['available', 'unavailable']],
      [who('T05'), ['unavailable', 'unavailable']],
      [who('T06'), ['pending', 'available']],
      [who('T07'), null],
    ],
  })
}
