// The environment, read once at start. Every fault is told at once, with what was expected and what came.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const flag = (fallback: boolean) =>
  z
    .enum(['on', 'off', 'true', 'false', '1', '0', ''])
    .default(fallback ? 'on' : 'off')
    .transform((value) => (value === '' ? fallback : ['on', 'true', '1'].includes(value)))

const httpUrl = z.url({ protocol: /^https?$/ })

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  PUBLIC_URL: httpUrl.optional(),
  SECRET: z.string().min(32).optional(),
  DEMO: flag(true),
  ROLES: z
    .string()
    .default('web,worker,cron')
    .transform((value) => value.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['web', 'worker', 'cron'])).min(1)),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUST_PROXY: flag(false),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).default(3000),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_TOKEN: z.string().min(16).optional(),
  MAIL_FROM: z.string().min(3).default('Régie <regie@localhost.localdomain>'),
  SMS: z.enum(['off', 'twilio', 'http']).default('off'),
  SMS_FROM: z.string().min(3).max(20).default('Regie'),
  SMS_URL: httpUrl.optional(),
  SMS_TOKEN: z.string().min(16).optional(),
  TWILIO_ACCOUNT_SID: z.string().min(8).optional(),
  TWILIO_AUTH_TOKEN: z.string().min(8).optional(),
  VAPID_PUBLIC_KEY: z.string().min(80).optional(),
  VAPID_PRIVATE_KEY: z.string().min(40).optional(),
  FILES: z.enum(['disk', 's3']).default('disk'),
  S3_ENDPOINT: httpUrl.optional(),
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().min(1).default('eu-west-3'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  GEOCODER_URL: httpUrl.optional(),
  MAP_TILES_URL: z
    .string()
    .regex(/^https?:\/\/[^/]+\/.*\{z\}.*$/, 'expected an address with {z}, {x} and {y}')
    .optional(),
  MAP_ATTRIBUTION: z.string().max(300).default(''),
  TRAVEL: z.enum(['haversine', 'osrm', 'valhalla']).default('haversine'),
  TRAVEL_URL: httpUrl.optional(),
  TRAVEL_SPEED_KMH: z.coerce.number().min(1).max(200).default(28),
  TRAVEL_DETOUR: z.coerce.number().min(1).max(5).default(1.3),
  PLANNING_THREADS: z.coerce.number().int().min(1).max(64).default(1),
})

export type Config = ReturnType<typeof shape>

/** The settings the environment asks for; throws one error that lists every fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  const faults = parsed.success
    ? missing(parsed.data)
    : parsed.error.issues.map((issue) => {
        const name = String(issue.path[0])
        return `${name}: ${issue.message}; got ${JSON.stringify(given[name] ?? null)}`
      })
  if (faults.length || !parsed.success)
    throw new Error(
      `The configuration does not fit:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
  return shape(parsed.data)
}

function missing(env: z.infer<typeof schema>): string[] {
  const faults: string[] = []
  if (env.FILES === 's3' && !env.S3_BUCKET)
    faults.push('S3_BUCKET: expected the name of a bucket because FILES=s3; got nothing')
  if (env.TRAVEL !== 'haversine' && !env.TRAVEL_URL)
    faults.push(
      `TRAVEL_URL: expected the address of the ${env.TRAVEL} server because TRAVEL=${env.TRAVEL}; got nothing`,
    )
  const needed = {
    twilio: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
    http: ['SMS_URL', 'SMS_TOKEN'],
    off: [],
  } as const
  for (const name of needed[env.SMS])
    if (!env[name]) faults.push(`${name}: expected a value because SMS=${env.SMS}; got nothing`)
  if (!env.VAPID_PUBLIC_KEY !== !env.VAPID_PRIVATE_KEY)
    faults.push('VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY: expected both or none; got one')
  return faults
}

function shape(env: z.infer<typeof schema>) {
  const dataDir = path.resolve(env.DATA_DIR)
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, ''),
    secret: env.SECRET,
    demo: env.DEMO,
    roles: env.ROLES,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, token: env.MAIL_TOKEN },
    sms: {
      provider: env.SMS,
      from: env.SMS_FROM,
      url: env.SMS_URL?.replace(/\/$/, ''),
      token: env.SMS_TOKEN,
      twilioAccountSid: env.TWILIO_ACCOUNT_SID,
      twilioAuthToken: env.TWILIO_AUTH_TOKEN,
    },
    vapid:
      env.VAPID_PUBLIC_KEY && env.VAPID_PRIVATE_KEY
        ? { publicKey: env.VAPID_PUBLIC_KEY, privateKey: env.VAPID_PRIVATE_KEY }
        : undefined,
    files: {
      kind: env.FILES,
      directory: path.join(dataDir, 'files'),
      s3: {
        endpoint: env.S3_ENDPOINT,
        bucket: env.S3_BUCKET,
        region: env.S3_REGION,
        accessKeyId: env.S3_ACCESS_KEY_ID,
        secretAccessKey: env.S3_SECRET_ACCESS_KEY,
      },
    },
    map: { tilesUrl: env.MAP_TILES_URL ?? null, attribution: env.MAP_ATTRIBUTION },
    geocoderUrl: env.GEOCODER_URL?.replace(/\/$/, ''),
    travel: {
      kind: env.TRAVEL,
      url: env.TRAVEL_URL?.replace(/\/$/, ''),
      speedKmh: env.TRAVEL_SPEED_KMH,
      detour: env.TRAVEL_DETOUR,
    },
    planning: { threads: env.PLANNING_THREADS },
  } as const
}

/** The signing secret: from the environment, else made once and kept in the data folder. */
export function readSecret(config: Config, random: () => string): string {
  if (config.secret) return config.secret
  const file = path.join(config.dataDir, 'secret')
  mkdirSync(config.dataDir, { recursive: true })
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const secret = random()
    writeFileSync(file, secret, { mode: 0o600 })
    return secret
  }
}
