import { userInfo } from 'node:os'
import { listBatches, openStore, undoBatch } from '../features/results/index.ts'
import { readRegistry } from '../features/territory/index.ts'
import { say } from '../messages/format.ts'
import { ProblemError } from '../platform/problem.ts'
import { findFiles } from './find-files.ts'
import { loadProtocols, READING_OPTIONS } from './load-protocols.ts'
import { openExisting } from './open-existing.ts'
import { type Command, required } from './parse-options.ts'
import { problemText } from './print-problems.ts'
import { terminalProgress } from './terminal-progress.ts'

/** `objektiv import`: read and store, nothing else. */
export const importFiles: Command = {
  options: { ...READING_OPTIONS, data: 'text', registry: 'text' },
  async run({ files, values, locale }) {
    const store = await openStore(required(values, 'data'))
    const registry = values.registry === undefined ? null : await readRegistry(values.registry)
    const progress = terminalProgress(locale)
    const { outcomes, warnings } = await loadProtocols(
      store,
      findFiles(files),
      values,
      progress,
      'store',
      registry,
    )
    for (const { manifest, duplicate } of outcomes) {
      const params = { file: manifest.source.file, batch: manifest.id, works: manifest.counts.works }
      console.log(say(locale, duplicate ? 'command.batch-known' : 'command.batch-imported', params))
    }
    for (const warning of warnings) console.log(problemText(locale, warning))
  },
}

/** `objektiv batches`: what the data folder holds. */
export const batches: Command = {
  options: { data: 'text' },
  async run({ values, locale }) {
    const data = required(values, 'data')
    const all = await listBatches(await openExisting(data))
    if (all.length === 0) console.log(say(locale, 'command.batches-none', { data }))
    for (const { id, source, assessment, counts, undone } of all) {
      const set = [assessment.procedure, assessment.year, assessment.subject, assessment.grade].join(' ')
      const params = { batch: id, set, works: counts.works, file: source.file, undone: undone ? 'yes' : 'no' }
      console.log(say(locale, 'command.batch-line', params))
    }
  },
}

/** `objektiv undo`: a batch is no longer counted. */
export const undo: Command = {
  options: { data: 'text' },
  async run({ files, values, locale }) {
    const [batch] = files
    if (batch === undefined) throw new ProblemError({ code: 'batch-unnamed' })
    const store = await openExisting(required(values, 'data'))
    await undoBatch(store, batch, { by: userInfo().username, now: new Date() })
    console.log(say(locale, 'command.undone', { batch }))
  },
}
