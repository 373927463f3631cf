// A production on paper: as many rows a sheet as it holds, heads of groups again where a group goes on. Pure.
import type { TimelineGroup } from './timeline-rows.ts'

/** Groups in sheets of at most `most` rows, heads included; rows are counted anew on each. */
export function pagesOf(groups: readonly TimelineGroup[], most: number): TimelineGroup[][] {
  const pages: TimelineGroup[][] = []
  let room = 0
  for (const group of groups)
    for (let rest = group.lines; rest.length > 0; ) {
      // A head alone at the foot of a sheet says nothing.
      if (room < 2) {
        pages.push([])
        room = most
      }
      const lines = rest.slice(0, room - 1)
      rest = rest.slice(lines.length)
      pages.at(-1)?.push({ ...group, lines })
      room -= lines.length + 1
    }
  return pages.map(countedAnew)
}

function countedAnew(groups: readonly TimelineGroup[]): TimelineGroup[] {
  let row = 0
  return groups.map((group) => ({
    ...group,
    row: row++,
    lines: group.lines.map((line) => ({ ...line, row: row++ })),
  }))
}
