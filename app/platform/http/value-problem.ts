import type { Problem } from '../problem.ts'

/** What the validator says of one value of a request. */
export interface Refused {
  /** Code of the issue: 'too_small', 'invalid_type' … */
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * One value of a request that does not fit, in words of this house: the validator's own are English and speak of types.
 *
 * @param part 'body', 'querystring' or 'params', named when the value has no name of its own.
 */
export function valueProblem({ keyword, instancePath, params }: Refused, part: string): Problem {
  const column = instancePath.split('/').filter(Boolean).join('.') || part
  const kind = kindOf(keyword, params)
  return {
    code: `request-value-${kind}`,
    params: { ...boundsOf(params), ...(kind === 'choice' ? { values: choicesOf(params) } : {}) },
    place: { column },
  }
}

/** What may stand there, as it is written in a request; 'none' where the validator does not say. */
function choicesOf({ values }: Refused['params']): string {
  return Array.isArray(values) ? values.map(String).join(', ') : 'none'
}

function kindOf(keyword: string, params: Refused['params']): string {
  const ofText = params.origin === 'string'
  if (keyword === 'too_small') return ofText ? (Number(params.minimum) <= 1 ? 'missing' : 'short') : 'small'
  if (keyword === 'too_big') return ofText ? 'long' : 'large'
  if (keyword === 'invalid_format' && params.format === 'email') return 'email'
  if (keyword === 'invalid_format' && (params.format === 'date' || params.format === 'datetime'))
    return 'date'
  if (keyword === 'invalid_value') return 'choice'
  if (keyword === 'unrecognized_keys') return 'unknown'
  return keyword === 'invalid_type' ? 'missing' : 'other'
}

function boundsOf({ minimum, maximum }: Refused['params']): Record<string, number> {
  return {
    ...(typeof minimum === 'number' ? { minimum } : {}),
    ...(typeof maximum === 'number' ? { maximum } : {}),
  }
}
