import { say } from '../messages/format.ts'
import { backup } from './backup.ts'
import { batches, importFiles, undo } from './batches.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import type { Command } from './parse-options.ts'
import { power } from './power.ts'
import { restore } from './restore.ts'
import { screen } from './screen.ts'
import { serve } from './serve.ts'

const help: Command = {
  options: {},
  async run({ locale }) {
    console.log(say(locale, 'command.help'))
  },
}

/** Commands by the word a person types. */
export const commands: Readonly<Record<string, Command>> = {
  help,
  screen,
  power,
  import: importFiles,
  batches,
  undo,
  demo,
  serve,
  backup,
  restore,
  doctor,
}
