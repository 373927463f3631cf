// What was just done, with its undo: one such toast at a time, for only the last deed can be undone from it.
import { type ToastContent, toastQueue } from '../ui/toast-queue.ts'

const STAY_MS = 8_000

let shown: string | null = null

export const showDeed = (content: ToastContent): void => {
  if (shown) toastQueue.close(shown)
  shown = toastQueue.add(content, { timeout: STAY_MS })
}
