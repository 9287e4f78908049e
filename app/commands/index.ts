import { say } from '../messages/format.ts'
import type { Command } from './parse-options.ts'

const help: Command = {
  options: {},
  async run({ locale }) {
    console.log(say(locale, 'command.help'))
  },
}

/** Commands by the word a person types. Each is loaded when it is asked for: all of them take seconds. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  help: async () => help,
  screen: async () => (await import('./screen.ts')).screen,
  portraits: async () => (await import('./portraits.ts')).portraits,
  power: async () => (await import('./power.ts')).power,
  import: async () => (await import('./batches.ts')).importFiles,
  batches: async () => (await import('./batches.ts')).batches,
  undo: async () => (await import('./batches.ts')).undo,
  demo: async () => (await import('./demo.ts')).demo,
  serve: async () => (await import('./serve.ts')).serve,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  plan: async () => (await import('./plan.ts')).plan,
  doctor: async () => (await import('./doctor.ts')).doctor,
}
