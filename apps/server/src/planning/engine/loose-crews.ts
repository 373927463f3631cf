// A crew is seated whole or not at all: work for two is not begun by one. A phase of a show is another matter: its hours
// stand, so its seats need not be brought together, and one that nobody can take must not leave the other seven empty.
import type { SceneSeat, SceneWorkOrder } from './scene.ts'

/** Its one window is as long as the work: there is nothing to choose about its hours. */
const hasFixedHours = ({ windows, durationMinutes }: SceneWorkOrder): boolean => {
  const [only, ...others] = windows
  if (!only || others.length > 0 || durationMinutes === null) return false
  return Date.parse(only.until) - Date.parse(only.from) === durationMinutes * 60_000
}

/**
 * Seats that are filled together. Those that ask for a certification stay together: nobody works alone on a harness
 * (code du travail R4323-61). So does a crew that holds equipment, for it is held once.
 */
export function crewsOf(order: SceneWorkOrder): SceneSeat[][] {
  const { seats, equipment } = order
  if (seats.length < 2 || equipment.length > 0 || !hasFixedHours(order)) return [[...seats]]
  const certified = seats.filter(({ certificationKindIds }) => certificationKindIds.length > 0)
  const alone = seats.filter(({ certificationKindIds }) => certificationKindIds.length === 0)
  return [...(certified.length > 0 ? [certified] : []), ...alone.map((seat) => [seat])]
}

/** The first crew of a work order goes by its id. */
export const inputId = ({ id }: SceneWorkOrder, rank: number): string =>
  rank === 0 ? id : `${id}/${rank}`
