// What a row's id tells: a technician's own id, the same under a skill, a heading, or a row of work.

/** A technician under a heading that shows some of them twice. */
export const repeatedRow = (headingKey: string, technicianId: string): string =>
  `${headingKey}/${technicianId}`

export const headingRow = (key: string): string => `#${key}`

export const workRow = (key: string): string => `=${key}`

/** Where, among rows of people, what nobody has stands. */
export const SEATS_ROW = '=seats'

/** Whom a drop on the row assigns; null: nobody, for the row is a heading or a row of work. */
export const technicianOfRow = (rowId: string): string | null =>
  /^[#=]/.test(rowId) ? null : rowId.slice(rowId.lastIndexOf('/') + 1)
