// People who sign in, as better-auth keeps them. It does not join our transactions: whoever makes a user and then fails
// takes it back, and whoever finds one already there goes on with it.
import type { Id } from '@regie/contract/kernel'
import { databaseFault } from '../platform/db/database.ts'
import { fail } from '../platform/errors.ts'
import type { Services } from '../platform/services.ts'
import { authOf } from './auth.ts'
import { placesOf } from './store/crossing.ts'

const UNIQUE = '23505'

export type NewUser = {
  readonly email: string
  readonly name: string
  readonly password?: string | undefined
}
export type User = { readonly userId: Id; readonly isNew: boolean }

export async function findUser(services: Services, email: string): Promise<Id | undefined> {
  const { internalAdapter } = await authOf(services).context
  return (await internalAdapter.findUserByEmail(email))?.user.id
}

/** The user with this address, made if there is none. A user who was there keeps name and password. */
export async function findOrCreateUser(
  services: Services,
  user: NewUser,
  attempts = 3,
): Promise<User> {
  const existing = await findUser(services, user.email)
  if (existing) return { userId: existing, isNew: false }
  const { email, name } = user
  const { internalAdapter } = await authOf(services).context
  const made = await unlessTaken(
    internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'admin' }),
  )
  if (!made) {
    // Somebody made it in the same moment, and may even have taken it back since.
    if (attempts === 1) throw fail('conflict', { reason: email })
    return await findOrCreateUser(services, user, attempts - 1)
  }
  if (user.password) await addPassword(services, made.id, await hash(services, user.password))
  return { userId: made.id, isNew: true }
}

export async function setPassword(services: Services, userId: Id, password: string): Promise<void> {
  const { internalAdapter } = await authOf(services).context
  const hashed = await hash(services, password)
  if (!(await addPassword(services, userId, hashed)))
    await internalAdapter.updatePassword(userId, hashed)
}

const hash = async (services: Services, password: string): Promise<string> =>
  (await authOf(services).context).password.hash(password)

/** False when the user has a password already: that one stays. */
async function addPassword(services: Services, userId: Id, password: string): Promise<boolean> {
  const { internalAdapter } = await authOf(services).context
  const account = { userId, providerId: 'credential', accountId: userId, password }
  return (await unlessTaken(internalAdapter.createAccount(account))) !== undefined
}

async function unlessTaken<Made>(making: Promise<Made>): Promise<Made | undefined> {
  try {
    return await making
  } catch (error) {
    if (databaseFault(error)?.state === UNIQUE) return undefined
    throw error
  }
}

/** Takes back a user made for nothing; one who found a place meanwhile stays. */
export async function dropUser(services: Services, { userId, isNew }: User): Promise<void> {
  if (!isNew || (await placesOf(services.database, userId)).length > 0) return
  const { internalAdapter } = await authOf(services).context
  await internalAdapter.deleteUser(userId)
}
