// What the surfaces need of the session, until the contract of identity tells it. Types only: the shell needs no zod.
import type { Endpoint } from '@regie/contract/kernel'

export type Session = {
  readonly user: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly language: 'fr' | 'en' | null
  }
  readonly member: {
    readonly id: string
    readonly role: string
    readonly technicianId: string | null
  }
  readonly organization: { readonly id: string; readonly name: string; readonly timeZone: string }
  readonly permissions: readonly string[]
}

export const readSession = {
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, where, and what they may do',
  tag: 'identity',
  status: 200,
} as unknown as Endpoint<undefined, undefined, undefined, Session>
