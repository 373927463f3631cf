// The front door of identity: its screens, for the surfaces to compose.
import type { Screen } from '../lib/screen.ts'

export const identityScreens: readonly Screen[] = []

export const identityFieldScreens: readonly Screen[] = []

/** Screens that need nobody signed in. */
export const identityOpenScreens: readonly Screen[] = []
