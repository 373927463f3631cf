// The list of what waits with its headings in it: one line each, so that only those in sight are elements.
import type { BacklogGroup, BacklogItem } from '@regie/contract/planning-backlog'

export type BacklogLine =
  | { readonly kind: 'heading'; readonly key: string; readonly group: BacklogGroup }
  | { readonly kind: 'item'; readonly key: string; readonly item: BacklogItem }

/** A heading before the first work order of each group; counts come from `groups`, as they know what is not read yet. */
export const backlogLines = (
  items: readonly BacklogItem[],
  groups: readonly BacklogGroup[],
): BacklogLine[] => {
  const counts = new Map(groups.map((group) => [group.key, group]))
  const lines: BacklogLine[] = []
  let current: string | null = null
  for (const item of items) {
    if (item.group && item.group.key !== current) {
      current = item.group.key
      const group = counts.get(current) ?? { ...item.group, count: 0 }
      lines.push({ kind: 'heading', key: `#${current}`, group })
    }
    lines.push({ kind: 'item', key: item.workOrderId, item })
  }
  return lines
}
