import { configDefaults, defineConfig } from 'vitest/config'
import LongestFirst from './app/platform/testing/longest-first.ts'

/** Programs that are started, killed and told by signals, and browsers: each file has a worker that ends with it. */
const ALONE = [
  'app/commands/**/*.test.ts',
  'app/platform/operation/**/*.test.ts',
  'tests/browser/**/*.test.ts',
  'tests/kill9*.test.ts',
  'tests/older.test.ts',
]
const ALL = ['app/**/*.test.ts', 'packages/*/{src,test}/**/*.test.ts', 'tools/**/*.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['tools/fix-seed.ts', 'tools/leave-as-found.ts'],
    globalSetup: ['app/platform/testing/run-folder.ts', 'app/platform/database/testing/global-setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: {
          // No module keeps a state but caches, so a worker goes on from one file to the next: reading the program
          // anew, and compiling the database inside it, took a quarter of the processor's time.
          name: 'together',
          include: [...ALL, 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...ALONE],
          isolate: false,
        },
      },
    ],
  },
})
