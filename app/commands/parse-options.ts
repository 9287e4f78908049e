import { parseArgs } from 'node:util'
import type { Locale } from '../messages/format.ts'
import { ProblemError } from '../platform/problem.ts'

/**
 * Options a command understands, by name; a list of words restricts the value to them; a flag has none ('yes'); what may be
 * given several times is `texts` (textsOf).
 */
export type OptionSpec = Readonly<Record<string, 'text' | 'texts' | 'number' | 'flag' | readonly string[]>>

export interface ParsedOptions {
  readonly files: readonly string[]
  readonly values: Readonly<Record<string, string | undefined>>
}

export interface CommandInput extends ParsedOptions {
  readonly locale: Locale
}

export interface Command {
  readonly options: OptionSpec
  run(input: CommandInput): Promise<void>
}

/** Stands in no word that a shell can hand over. */
const BETWEEN = '\0'

const EVERY_COMMAND: OptionSpec = { lang: ['ru', 'en'] }

/** Reads the words after the command. Throws ProblemError for an unknown option or a value out of its list. */
export function parseOptions(words: readonly string[], spec: OptionSpec): ParsedOptions {
  const all = { ...EVERY_COMMAND, ...spec }
  const { positionals, values } = parse(words, all)
  for (const [option, allowed] of Object.entries(all)) {
    const given = values[option]
    if (given === undefined || allowed === 'text' || allowed === 'texts' || allowed === 'flag') continue
    const fits = allowed === 'number' ? /^\d{1,9}$/.test(given) : allowed.includes(given)
    if (!fits) {
      const words = allowed === 'number' ? '1, 2, 3…' : allowed.join(', ')
      throw new ProblemError({ code: 'option-value', params: { option, given, allowed: words } })
    }
  }
  return { files: positionals, values }
}

function parse(words: readonly string[], spec: OptionSpec) {
  const options = Object.fromEntries(
    Object.entries(spec).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'texts' },
    ]),
  )
  try {
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true })
    const texts = Object.entries(values).map(([name, value]) => [
      name,
      value === true ? 'yes' : Array.isArray(value) ? value.join(BETWEEN) : value,
    ])
    return { positionals, values: Object.fromEntries(texts) as Record<string, string | undefined> }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const option = /'(-[^' ]+)/.exec(message)?.[1]
    if (option === undefined) throw error
    const known = code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    throw new ProblemError({ code: known ? 'option-without-value' : 'option-unknown', params: { option } })
  }
}

/** The value of an option the command cannot do without. */
export function required(values: ParsedOptions['values'], option: string): string {
  const value = values[option]
  if (value === undefined) throw new ProblemError({ code: 'option-missing', params: { option } })
  return value
}

/** Every value of an option that may be given several times. */
export function textsOf(values: ParsedOptions['values'], option: string): readonly string[] {
  return values[option]?.split(BETWEEN) ?? []
}
