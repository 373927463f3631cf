import { toProblem } from './problem.ts'

/** Awaits a change; when somebody was faster, hands over what stands now before the refusal goes on to the form. */
export const orShowCurrent = async <T>(
  saving: Promise<T>,
  show: (current: T) => void,
): Promise<T> => {
  try {
    return await saving
  } catch (error) {
    const { code, current } = toProblem(error)
    if (code === 'stale_version' && current) show(current as T)
    throw error
  }
}
