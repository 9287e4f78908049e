import { z } from 'zod'
import type { JobKind } from '../../platform/jobs/index.ts'
import type { BackupMaker } from './backup-maker.ts'

const nothing = z.object({}).strict() as z.ZodType<Record<string, never>>

/** A backup as long work: seen with its progress, called off, begun again after a stop of the service. */
export function backupJob(maker: BackupMaker): JobKind<Record<string, never>> {
  return {
    kind: 'backups.make',
    params: nothing,
    async run(_, { signal, progress }) {
      const { name, size } = await maker.make(signal, progress)
      return {
        message: 'backups.made',
        params: { name, megabytes: Math.max(1, Math.round(size / 2 ** 20)) },
        link: '/backups',
      }
    },
  }
}
