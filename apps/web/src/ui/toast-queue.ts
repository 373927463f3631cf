// One queue for the page: commands say what they did from anywhere, the surface shows it.
import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import { toProblem } from '../lib/problem.ts'

export type ToastContent = {
  readonly tone: 'good' | 'info' | 'bad'
  readonly title: string
  readonly text?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 4 })

const SHORT_MS = 6_000
const LONG_MS = 12_000

/** `showToast({ tone: 'good', title: words.moved, action: { label: words.undo, run: undo } })` */
export const showToast = (content: ToastContent): void => {
  toastQueue.add(content, { timeout: content.action || content.text ? LONG_MS : SHORT_MS })
}

/** For refusals that have no form to land on. Stays until it is closed. */
export const showProblem = (error: unknown): void => {
  const problem = toProblem(error)
  toastQueue.add({ tone: 'bad', title: problem.message, text: problem.remedy })
}
