// How much the phone keeps and whether it may be thrown away by the browser.

/** Asks that the browser keep what is unsent, also when space is short; many grant it only to installed apps. */
export async function askToPersist(): Promise<boolean> {
  try {
    const { storage } = navigator
    if (!storage?.persist) return false
    return (await storage.persisted()) || (await storage.persist())
  } catch {
    return false
  }
}

export type Storage = {
  readonly usedBytes: number
  readonly quotaBytes: number
  readonly isPersistent: boolean
}

/** Null where the browser does not tell. */
export async function measureStorage(): Promise<Storage | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    const isPersistent = await navigator.storage.persisted()
    return { usedBytes: usage ?? 0, quotaBytes: quota ?? 0, isPersistent }
  } catch {
    return null
  }
}

/** A full disk, said in whichever way the browser says it. */
export const isFull = (error: unknown): boolean => {
  const inner = (error as { inner?: unknown } | null)?.inner
  const name = (error as { name?: string } | null)?.name ?? ''
  return name === 'QuotaExceededError' || (inner !== undefined && isFull(inner))
}
