import { defineConfig } from 'vitest/config'
import LongestFirst from './app/platform/testing/longest-first.ts'

export default defineConfig({
  test: {
    include: [
      'app/**/*.test.ts',
      'packages/*/{src,test}/**/*.test.ts',
      'tools/**/*.test.ts',
      'tests/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    setupFiles: ['tools/fix-seed.ts'],
    globalSetup: ['app/platform/testing/run-folder.ts', 'app/platform/database/testing/global-setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
})
