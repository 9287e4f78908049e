import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take long, longest first. A long one begun last keeps the whole run waiting with one processor idle, and
 * a fresh machine (continuous integration) has no times of an earlier run to go by.
 */
export const LONGEST: readonly string[] = [
  'tests/browser/',
  'tests/kill9.test.ts',
  'tests/kill9-way.test.ts',
  'tests/kill9-portraits.test.ts',
  'app/features/screening/detection/detect-region.test.ts',
  'app/features/screening/real-region.test.ts',
  'app/commands/cli.test.ts',
  'app/features/accounts/authentication/sign-in.test.ts',
  'tests/hostile/values.test.ts',
  'tests/access/',
  'app/features/screening/report/',
  'app/features/screening/outputs/',
  'app/platform/jobs/job-runner.test.ts',
]

/**
 * The order of a run: files that have a worker of their own, then those that share one; of each the long ones first, the
 * others as Vitest puts them. A shared worker ends where the next file wants one of its own, and whoever comes after
 * reads the whole program again.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) => rankOf(relative(this.ctx.config.root, file.moduleId))
    const shares = (file: TestSpecification) => Number(!file.project.config.isolate)
    return (await super.sort(files)).sort((a, b) => shares(a) - shares(b) || rank(a) - rank(b))
  }
}

function rankOf(path: string): number {
  const at = LONGEST.findIndex(start => path.startsWith(start))
  return at < 0 ? LONGEST.length : at
}
