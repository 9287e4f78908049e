import { z } from 'zod'
import { isAddress } from '../mail/index.ts'
import { type Problem, ProblemError } from '../problem.ts'

/** Everything about an installation that its administrator sets from outside, through the environment. */
export interface Configuration {
  /** Owner's address of a PostgreSQL server; absent: the embedded database of the data folder. */
  readonly databaseUrl?: string
  /** A ready plain login, where the owner may not create one. */
  readonly appDatabaseUrl?: string
  /** Address under which people open the service, without a slash at the end. */
  readonly publicUrl?: string
  readonly trustProxy: boolean
  /** Where the region's days begin and end; the machine's own when absent. */
  readonly timeZone?: string
  readonly mail?: { readonly url: string; readonly from: string }
  readonly s3?: { readonly bucket: string; readonly endpoint?: string }
  readonly oidc?: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly label: string
    readonly secondFactor: boolean
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

const address = (...protocols: string[]) =>
  z.string().refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol))
const postgres = address('postgres:', 'postgresql:')
const web = address('http:', 'https:').transform(text => text.replace(/\/+$/, ''))
const yesNo = z
  .enum(['yes', 'no', '1', '0', 'true', 'false'])
  .transform(text => ['yes', '1', 'true'].includes(text))

/** Each variable with the kind of value it takes; the kinds are worded in `configuration.<kind>`. */
const VARIABLES = {
  DATABASE_URL: ['postgres', postgres],
  OBJEKTIV_APP_DATABASE_URL: ['postgres', postgres],
  OBJEKTIV_URL: ['web', web],
  OBJEKTIV_TRUST_PROXY: ['yesNo', yesNo],
  OBJEKTIV_TIME_ZONE: ['timeZone', z.string().refine(isTimeZone)],
  OBJEKTIV_SMTP_URL: ['smtp', address('smtp:', 'smtps:')],
  OBJEKTIV_MAIL_FROM: ['mail', z.string().refine(isAddress)],
  OBJEKTIV_S3_BUCKET: ['text', z.string()],
  OBJEKTIV_S3_ENDPOINT: ['web', web],
  OBJEKTIV_S3_REGION: ['text', z.string()],
  OBJEKTIV_S3_PREFIX: ['text', z.string()],
  AWS_ACCESS_KEY_ID: ['text', z.string()],
  AWS_SECRET_ACCESS_KEY: ['text', z.string()],
  OBJEKTIV_OIDC_ISSUER: ['web', web],
  OBJEKTIV_OIDC_CLIENT_ID: ['text', z.string()],
  OBJEKTIV_OIDC_CLIENT_SECRET: ['text', z.string()],
  OBJEKTIV_OIDC_LABEL: ['text', z.string()],
  OBJEKTIV_OIDC_SECOND_FACTOR: ['yesNo', yesNo],
} as const satisfies Record<string, readonly [string, z.ZodType]>

type Name = keyof typeof VARIABLES

/** What makes sense only together: the first needs the others. */
const TOGETHER: readonly (readonly [Name, ...Name[]])[] = [
  ['OBJEKTIV_APP_DATABASE_URL', 'DATABASE_URL'],
  ['OBJEKTIV_SMTP_URL', 'OBJEKTIV_MAIL_FROM'],
  ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  ['OBJEKTIV_OIDC_ISSUER', 'OBJEKTIV_OIDC_CLIENT_ID', 'OBJEKTIV_OIDC_CLIENT_SECRET', 'OBJEKTIV_URL'],
  ['OBJEKTIV_OIDC_CLIENT_ID', 'OBJEKTIV_OIDC_ISSUER'],
]

/** The values of these would stand in logs. */
const SECRET = /URL$|SECRET|KEY/

/**
 * Reads the environment. An empty variable counts as not set. Throws ProblemError with everything that is wrong at once:
 * values that do not fit, parts that are missing, names of ours that do not exist (a slip of the pen would otherwise
 * go unnoticed).
 */
export function readConfiguration(environment: Environment): Configuration {
  const problems: Problem[] = []
  const set = (name: Name) => environment[name] !== undefined && environment[name] !== ''
  const value = <N extends Name>(name: N): z.output<(typeof VARIABLES)[N][1]> | undefined => {
    if (!set(name)) return undefined
    const [kind, schema] = VARIABLES[name]
    const parsed = schema.safeParse(environment[name])
    if (parsed.success) return parsed.data as z.output<(typeof VARIABLES)[N][1]>
    const given = SECRET.test(name) ? 'none' : String(environment[name])
    problems.push({ code: 'configuration-value', params: { name, kind, given } })
    return undefined
  }
  const values = Object.fromEntries((Object.keys(VARIABLES) as Name[]).map(name => [name, value(name)])) as {
    readonly [N in Name]: z.output<(typeof VARIABLES)[N][1]> | undefined
  }
  for (const [name, ...others] of TOGETHER)
    for (const other of others)
      if (set(name) && !set(other)) problems.push({ code: 'configuration-together', params: { name, other } })
  for (const name of Object.keys(environment))
    if (name.startsWith('OBJEKTIV_') && !Object.hasOwn(VARIABLES, name))
      problems.push({ code: 'configuration-unknown', params: { name } })
  if (problems.length > 0) throw new ProblemError(problems)
  return compose(values)
}

function compose(
  values: { readonly [N in Name]: z.output<(typeof VARIABLES)[N][1]> | undefined },
): Configuration {
  const { DATABASE_URL, OBJEKTIV_APP_DATABASE_URL, OBJEKTIV_URL, OBJEKTIV_TIME_ZONE, OBJEKTIV_SMTP_URL } =
    values
  const { OBJEKTIV_MAIL_FROM, OBJEKTIV_S3_BUCKET, OBJEKTIV_S3_ENDPOINT } = values
  const { OBJEKTIV_OIDC_ISSUER, OBJEKTIV_OIDC_CLIENT_ID, OBJEKTIV_OIDC_CLIENT_SECRET } = values
  return {
    trustProxy: values.OBJEKTIV_TRUST_PROXY ?? false,
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    ...(OBJEKTIV_APP_DATABASE_URL ? { appDatabaseUrl: OBJEKTIV_APP_DATABASE_URL } : {}),
    ...(OBJEKTIV_URL ? { publicUrl: OBJEKTIV_URL } : {}),
    ...(OBJEKTIV_TIME_ZONE ? { timeZone: OBJEKTIV_TIME_ZONE } : {}),
    ...(OBJEKTIV_SMTP_URL && OBJEKTIV_MAIL_FROM
      ? { mail: { url: OBJEKTIV_SMTP_URL, from: OBJEKTIV_MAIL_FROM } }
      : {}),
    ...(OBJEKTIV_S3_BUCKET
      ? {
          s3: {
            bucket: OBJEKTIV_S3_BUCKET,
            ...(OBJEKTIV_S3_ENDPOINT ? { endpoint: OBJEKTIV_S3_ENDPOINT } : {}),
          },
        }
      : {}),
    ...(OBJEKTIV_OIDC_ISSUER && OBJEKTIV_OIDC_CLIENT_ID && OBJEKTIV_OIDC_CLIENT_SECRET
      ? {
          oidc: {
            issuer: OBJEKTIV_OIDC_ISSUER,
            clientId: OBJEKTIV_OIDC_CLIENT_ID,
            clientSecret: OBJEKTIV_OIDC_CLIENT_SECRET,
            label: values.OBJEKTIV_OIDC_LABEL ?? new URL(OBJEKTIV_OIDC_ISSUER).hostname,
            secondFactor: values.OBJEKTIV_OIDC_SECOND_FACTOR ?? false,
          },
        }
      : {}),
  }
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
