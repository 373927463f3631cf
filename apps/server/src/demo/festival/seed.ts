// (b) An invented festival of three days on three stages.
import type { Tx } from '../../platform/work.ts'
import { addPerson, foundOrganization, type Users } from '../founding.ts'
import { planner, technician2 } from '../people.ts'
import type { Week } from '../week.ts'
import { makeCrew, makeCrewBook } from './crew.ts'
import { makePhases } from './phases.ts'
import { makeRota } from './rota.ts'
import { makeFestival } from './stages.ts'

export async function seedFestival(tx: Tx, users: Users, week: Week): Promise<void> {
  // A concert is not interrupted: the break falls due when the law says so, after six hours.
  const breaks = { breakAfterMinutes: 360, breakMinutes: 20, bufferMinutes: 10 }
  await foundOrganization(tx, { name: 'Les Nuits Fictives (démonstration)', ...breaks }, users)
  const priorities = await makePhases(tx)
  const book = await makeCrewBook(tx)
  const crew = await makeCrew(tx, week, book)
  await addPerson(tx, users, planner)
  await addPerson(tx, users, technician2, crew.get('C01') ?? null)
  await makeFestival(tx, { week, book, priorities })
  await makeRota(tx, week)
}
