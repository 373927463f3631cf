// Parts of a line that several kinds of files share.
import type { Position } from '@regie/contract/kernel'
import type { Line } from './intake.ts'
import { latitude, longitude } from './reading.ts'

/** Leaves out what the line does not tell, so that it stays as it is. */
export const given = <T extends object>(
  values: {
    [K in keyof T]?: T[K] | undefined
  },
): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>

/** Both degrees or none. */
export function readPosition(
  line: Line,
  fields: { latitude: string; longitude: string },
): Position | undefined {
  const north = line.read(fields.latitude, latitude)
  const east = line.read(fields.longitude, longitude)
  if (north !== undefined && east !== undefined) return { latitude: north, longitude: east }
  if (line.text(fields.latitude) && !line.text(fields.longitude))
    line.fault(fields.longitude, {
      fr: 'une longitude avec la latitude',
      en: 'a longitude with the latitude',
    })
  if (line.text(fields.longitude) && !line.text(fields.latitude))
    line.fault(fields.latitude, {
      fr: 'une latitude avec la longitude',
      en: 'a latitude with the longitude',
    })
  return undefined
}
