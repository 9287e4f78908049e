import { afterAll, vi } from 'vitest'

// A worker goes on from one test file to the next: what a file puts in the place of something global goes with it.
afterAll(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.useRealTimers()
})
