// People who sign in, as better-auth keeps them. It does not join our transactions: whoever makes a user and then fails
// takes it back, and whoever finds one already there goes on with it.
import type { Id } from '@regie/contract/kernel'
import { databaseFault } from '../platform/db/database.ts'
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
export async function findOrCreateUser(services: Services, user: NewUser): Promise<User> {
  const existing = await findUser(services, user.email)
  if (existing) return { userId: existing, isNew: false }
  const { internalAdapter } = await authOf(services).context
  try {
    const { email, name } = user
    const made = await internalAdapter.createUser(
      { email, name, emailVerified: true },
      { method: 'admin' },
    )
    if (user.password) await setPassword(services, made.id, user.password)
    return { userId: made.id, isNew: true }
  } catch (error) {
    // Somebody made it in the same moment.
    const other =
      databaseFault(error)?.state === UNIQUE ? await findUser(services, user.email) : undefined
    if (other) return { userId: other, isNew: false }
    throw error
  }
}

export async function setPassword(services: Services, userId: Id, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await authOf(services).context
  const hashed = await passwords.hash(password)
  const accounts = await internalAdapter.findAccounts(userId)
  if (accounts.some(({ providerId }) => providerId === 'credential'))
    await internalAdapter.updatePassword(userId, hashed)
  else
    await internalAdapter.createAccount({
      userId,
      providerId: 'credential',
      accountId: userId,
      password: hashed,
    })
}

/** Takes back a user made for nothing; one who found a place meanwhile stays. */
export async function dropUser(services: Services, { userId, isNew }: User): Promise<void> {
  if (!isNew || (await placesOf(services.database, userId)).length > 0) return
  const { internalAdapter } = await authOf(services).context
  await internalAdapter.deleteUser(userId)
}
