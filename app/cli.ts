import { randomBytes } from 'node:crypto'
import { commands } from './commands/index.ts'
import { parseOptions } from './commands/parse-options.ts'
import { problemsText } from './commands/print-problems.ts'
import { type Locale, say } from './messages/format.ts'
import { ProblemError } from './platform/problem.ts'

/** Bad input or usage: the person can put it right. */
const EXIT_PROBLEM = 2
const HELP = new Set(['-h', '--help'])

/** A fault of the program itself. */
const EXIT_FAILURE = 1

async function main(words: readonly string[]): Promise<number> {
  let locale: Locale = 'ru'
  try {
    const [name = 'help', ...rest] = words
    const load = Object.hasOwn(commands, name) ? commands[name] : HELP.has(name) ? commands.help : null
    if (!load) throw new ProblemError({ code: 'command-unknown', place: { value: name } })
    const command = await load()
    const options = parseOptions(rest, command.options)
    if (options.values.lang === 'en') locale = 'en'
    await command.run({ ...options, locale })
    return 0
  } catch (error) {
    if (error instanceof ProblemError) {
      console.error(problemsText(locale, error.problems))
      return EXIT_PROBLEM
    }
    console.error(say(locale, 'command.failed', { id: randomBytes(3).toString('hex') }))
    console.error(error)
    return EXIT_FAILURE
  }
}

process.exitCode = await main(process.argv.slice(2))
