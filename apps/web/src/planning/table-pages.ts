// The table's lines by pages: whole rows of the board, so that nobody is cut in two.

/** So many lines are read at a time; a row that alone has more is a page of its own. */
const PAGE_LINES = 250

/** Ranks at which pages begin. A heading goes with the row under it. */
export const pagesOf = (
  groups: readonly { readonly isHeading: boolean; readonly lines: number }[],
  most = PAGE_LINES,
): readonly number[] => {
  const starts: number[] = []
  let filled = 0
  let heading = -1
  for (const [rank, { isHeading, lines }] of groups.entries()) {
    if (isHeading) {
      if (heading < 0) heading = rank
      continue
    }
    const cost = lines + 1
    if (starts.length === 0 || filled + cost > most) {
      starts.push(heading >= 0 ? heading : rank)
      filled = 0
    }
    filled += cost
    heading = -1
  }
  return starts
}
