// The session's endpoint without its schema: every surface starts with it, and zod would weigh on every start.
import type { readSession as contracted, Session } from '@regie/contract/identity'

export type { Session }

export const readSession = {
  method: 'GET',
  path: '/api/session',
  status: 200,
} as unknown as typeof contracted
