import { configDefaults, defineConfig } from 'vitest/config'
import LongestFirst from './app/platform/testing/longest-first.ts'

/** No module of these keeps a state, so a worker goes on from one file to the next instead of beginning anew. */
const STATELESS = ['packages/*/{src,test}/**/*.test.ts', 'app/documents/**/*.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['tools/fix-seed.ts'],
    globalSetup: ['app/platform/testing/run-folder.ts', 'app/platform/database/testing/global-setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'app',
          include: ['app/**/*.test.ts', 'tools/**/*.test.ts', 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...STATELESS],
        },
      },
      { extends: true, test: { name: 'stateless', include: STATELESS, isolate: false } },
    ],
  },
})
