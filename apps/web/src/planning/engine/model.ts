// What the board draws, whatever it was read from. Times are epoch milliseconds; nothing here knows React or HTTP.

export type Span = { readonly from: number; readonly until: number }

export type Absence = Span & { readonly reason: string }

/** One line of the board: a technician, a heading over some of them, or a piece of work. */
export type BoardRow = {
  readonly id: string
  readonly name: string
  /** When the technician works, absences already cut out; what lies outside is drawn grey. */
  readonly work: readonly Span[]
  readonly absences: readonly Absence[]
  /** Hours of which they said that they do not know yet. */
  readonly pending?: readonly Span[]
  /** Stands over the rows that follow; nothing is planned on it. */
  readonly heading?: true
  /** How full each day is, by its date: 1 is all of the time at work. */
  readonly loads?: ReadonlyMap<string, number>
}

/** `draft` is what technicians do not see yet; `open` a seat, or some of one crew, that nobody has. */
export type BarState =
  | 'open'
  | 'draft'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'en_route'
  | 'started'
  | 'paused'
  | 'finished'

/** How a bar tells its priority besides by colour. */
export type BarPattern = 'plain' | 'stripes' | 'dots'

/** Somebody said yes, is asked, or nobody has it. */
export type SeatState = 'covered' | 'offered' | 'uncovered'

/** All seats of a work order, the covered ones first. */
export type Crew = {
  readonly seats: readonly SeatState[]
  /** As its worst seat. */
  readonly whole: SeatState
}

/** One assignment, or what of a crew nobody has. */
export type BoardBar = Span & {
  readonly id: string
  readonly rowId: string
  readonly title: string
  readonly detail: string
  /** `#rrggbb`, as the organisation set it for the priority or the template. */
  readonly colour: string
  readonly pattern: BarPattern
  readonly state: BarState
  readonly locked: boolean
  /** Put there although rules warned. */
  readonly overridden: boolean
  /** The client has said yes to this hour. */
  readonly clientConfirmed: boolean
  /** Changed after it was published, and its technician has not seen it since. */
  readonly unseen: boolean
  /** Not draggable: locked, under way or over. */
  readonly still: boolean
  /** Minutes on the road before it; null when unknown or there is no stop before. */
  readonly travelMinutes: number | null
  /** Minutes home from it, when it is the last of its shift. */
  readonly travelAfterMinutes: number | null
  /** The work order: bars of one crew share it. */
  readonly workId: string
  /** Null: one seat only. */
  readonly crew: Crew | null
  /** The icon of its priority, by the name the organisation chose. */
  readonly icon: string
  /** Documents that come with it. */
  readonly attachments: number
}

/** A civil day as it is shown: `from`–`until` is midnight to midnight (23, 24 or 25 hours). */
export type BoardDay = Span & {
  readonly date: string
  /** The shown part of the day. */
  readonly opens: number
  readonly closes: number
  /** When the clocks change that day, and minutes added to the wall clock then; null on all other days. */
  readonly change: { readonly at: number; readonly minutes: number } | null
}

export type Density = 'compact' | 'normal' | 'large'

export const MINUTE = 60_000
export const HOUR = 3_600_000

/** Below this an hour holds no mark that could be read. */
export const LEAST_HOUR_PX = 22

const GRACE = 10 * MINUTE

/** Late is derived, never stored: not begun though it should have been, or not over though it should be. */
export const isLate = (bar: Pick<BoardBar, 'from' | 'until' | 'state'>, now: number): boolean => {
  switch (bar.state) {
    case 'offered':
    case 'accepted':
    case 'en_route':
      return now > bar.from + GRACE
    case 'started':
    case 'paused':
      return now > bar.until + GRACE
    default:
      return false
  }
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until
