// better-auth, kept on a short lead: it holds users, sessions, passwords and sign-in links in the schema `auth`, and is
// never mounted. The few routes of the contract call its functions.
import { hash, verify } from '@node-rs/argon2'
import type { Language } from '@regie/contract/roles'
import { type BetterAuthPlugin, betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { magicLink } from 'better-auth/plugins'
import pg from 'pg'
import { z } from 'zod'
import { newId } from '../platform/clock.ts'
import type { Letter } from '../platform/mail.ts'
import type { Services } from '../platform/services.ts'
import { newPasswordLetter, signInLetter } from './letters.ts'

const DAY_SECONDS = 86_400
const LINK_SECONDS = 900
/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** The header by which our routes tell better-auth the caller's address and language. */
export const CLIENT_ADDRESS = 'x-regie-client'
export const CLIENT_LANGUAGE = 'x-regie-language'

/** Our names for its tables and columns. */
const tables = {
  user: { modelName: 'users', fields: { emailVerified: 'email_verified', ...times } },
  session: {
    modelName: 'sessions',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...times,
    },
    additionalFields: {
      organizationId: {
        type: 'string',
        required: false,
        input: false,
        fieldName: 'organization_id',
      },
    },
    expiresIn: 30 * DAY_SECONDS,
    updateAge: DAY_SECONDS,
    // No cookie cache: the member is read for each request anyway, and the session in the same statement.
    cookieCache: { enabled: false },
  },
  account: {
    modelName: 'accounts',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...times,
    },
  },
  verification: {
    modelName: 'verifications',
    fields: { expiresAt: 'expires_at', ...times },
    storeIdentifier: 'hashed', // who reads the table must not be able to sign in with what it holds
  },
} as const

/** Signs a user in whom another proof than a password has shown: an invitation, the first set-up. */
const signInUser = {
  id: 'regie',
  endpoints: {
    signInUser: createAuthEndpoint(
      '/regie/sign-in-user',
      { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
      async (context) => {
        const { internalAdapter } = context.context
        const user = await internalAdapter.findUserById(context.body.userId)
        if (!user) throw new Error('there is no such user')
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return { token: session.token }
      },
    ),
  },
} satisfies BetterAuthPlugin

function configure(services: Services, pool: pg.Pool, post: (letter: Letter) => void) {
  const { config, secret, clock, log } = services
  const secure = config.publicUrl?.startsWith('https:') ?? false
  const languageOf = (headers: Headers | undefined): Language =>
    headers?.get(CLIENT_LANGUAGE) === 'en' ? 'en' : 'fr'
  return betterAuth({
    database: pool,
    secret,
    baseURL: config.publicUrl ?? 'http://127.0.0.1',
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => log.error({ part: 'better-auth' }, message),
    },
    advanced: {
      database: { generateId: () => newId(clock()) },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      useSecureCookies: false, // its prefix would be __Secure-; ours ties the cookie to the very host
      cookies: { session_token: { name: secure ? '__Host-regie.session' : 'regie.session' } },
    },
    ...tables,
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, organizationId: await homeOf(pool, session.userId) },
          }),
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      password: {
        hash: (password) => hash(password, ARGON2),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
      sendResetPassword: async ({ user, token }, request) => {
        const link = `${services.publicUrl()}/sign-in/new-password?token=${token}`
        post(newPasswordLetter(languageOf(request?.headers), user.email, link))
      },
    },
    plugins: [
      signInUser,
      magicLink({
        expiresIn: LINK_SECONDS,
        disableSignUp: true,
        sendMagicLink: async ({ email, token }, context) => {
          const { rowCount } = await pool.query('select from users where email = $1', [email])
          const link = `${services.publicUrl()}/sign-in/link?token=${token}`
          if (rowCount) post(signInLetter(languageOf(context?.headers), email, link))
        },
      }),
    ],
  })
}

/** The organisation a new session begins in: the one of the latest session, else the first joined. */
async function homeOf(pool: pg.Pool, userId: string): Promise<string | null> {
  const { rows } = await pool.query<{ organization_id: string }>(
    'select organization_id from identity.places_of($1) limit 1',
    [userId],
  )
  return rows[0]?.organization_id ?? null
}

export type Auth = {
  readonly api: ReturnType<typeof configure>['api']
  readonly context: ReturnType<typeof configure>['$context']
  /** Connections that may read the schema `auth` and nothing of any tenant. */
  readonly pool: pg.Pool
}

const running = new WeakMap<Services, Auth>()

/** The one better-auth of a running program. */
export function authOf(services: Services): Auth {
  const auth = running.get(services) ?? start(services)
  running.set(services, auth)
  return auth
}

function start(services: Services): Auth {
  const { database, mailer, log } = services
  const pool = new pg.Pool({
    connectionString: database.url,
    max: 4,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    options: '-c role=regie_auth -c search_path=auth -c statement_timeout=30s',
  })
  const onError = (error: Error) => log.warn({ err: error }, 'database connection lost')
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const posting = new Set<Promise<void>>()
  // Not awaited by the request: how long a letter takes must not tell whether the address is known.
  const post = (letter: Letter) => {
    const sending = mailer
      .send(letter)
      .catch((error: unknown) => log.error({ err: error }, 'a sign-in letter could not be sent'))
      .finally(() => posting.delete(sending))
    posting.add(sending)
  }
  const { api, $context } = configure(services, pool, post)
  services.onStop(async () => {
    await Promise.all(posting)
    await pool.end()
  })
  return { api, context: $context, pool }
}
