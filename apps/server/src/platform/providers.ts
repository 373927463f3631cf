// What a provider said of a message.

/**
 * `later`: it may be tried again, after `seconds` when the provider says so; `isDown`: so may any other, for it is not
 * this message that is at fault. `refused`: this address will never take it on this channel. `kept`: no provider is
 * configured, nothing left the machine.
 */
export type Outcome =
  | { readonly kind: 'handed_over'; readonly providerId?: string | undefined }
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'later'
      readonly error: string
      readonly seconds?: number | undefined
      readonly isDown?: boolean
    }
  | { readonly kind: 'refused'; readonly error: string }

/** How an HTTP provider's refusal is to be read: 429 and 5xx pass, other refusals are final. */
export async function readRefusal(response: Response): Promise<Outcome> {
  const error = `${response.status} ${(await response.text()).slice(0, 300)}`.trim()
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after'))
    return {
      kind: 'later',
      error,
      seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
      isDown: response.status === 429 || response.status === 503,
    }
  }
  return { kind: 'refused', error }
}

/** A provider that does not answer in so long is asked again later. */
export const PATIENCE_MS = 15_000

/** Asks a provider; that it cannot be reached or hangs is no reason to give up. */
export async function ask(
  url: string,
  request: RequestInit,
  patienceMs = PATIENCE_MS,
): Promise<Response | Outcome> {
  try {
    return await fetch(url, {
      ...request,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
  } catch (error) {
    const said = String((error as Error).cause ?? (error as Error).message)
    return { kind: 'later', error: said, isDown: true }
  }
}
