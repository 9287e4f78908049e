import { describe, expect, it } from 'vitest'
import { arrowsOf, whyForbidden } from './check-arrows.ts'

describe('arrows of the house', () => {
  it('resolves relative imports against the file, dynamic ones too', () => {
    const text = `import { a } from '../results/index.ts'\nexport * from "./b.ts"\nawait import('./c.ts')`
    expect(arrowsOf('app/features/screening/run.ts', text).map(arrow => arrow.to)).toEqual([
      'app/features/results/index.ts',
      'app/features/screening/b.ts',
      'app/features/screening/c.ts',
    ])
  })

  it.each([
    ['packages/forensics/src/a.ts', 'app/cli.ts'],
    ['packages/forensics/src/a.ts', 'node:fs'],
    ['app/platform/jobs.ts', 'app/features/results/index.ts'],
    ['app/documents/html/page.ts', 'app/features/screening/types.ts'],
    ['app/features/screening/run.ts', 'app/features/results/store/batch.ts'],
    ['app/features/screening/run.ts', 'app/features/results/testing/results-room.ts'],
    ['app/features/signals/rules.ts', 'node:fs'],
    ['app/features/screening/run.ts', 'packages/forensics/src/index.ts'],
    ['app/web/router.tsx', 'app/features/territory/web/unit-page.tsx'],
    ['app/features/accounts/web/people-page.tsx', 'app/features/territory/web/routes.ts'],
    ['app/features/accounts/web/people-page.tsx', 'node:path'],
  ])('refuses %s → %s', (from, to) => {
    expect(whyForbidden({ from, to })).not.toBeNull()
  })

  it.each([
    ['app/features/screening/run.ts', 'app/features/results/index.ts'],
    ['app/features/results/store/write.ts', 'app/features/results/types.ts'],
    ['app/features/screening/runs/odd.test.ts', 'app/features/results/testing/results-room.ts'],
    ['app/features/screening/run.ts', '@objektiv/forensics'],
    ['packages/forensics/test/reference.test.ts', 'node:fs'],
    ['app/cli.ts', 'app/features/screening/index.ts'],
    ['app/web/router.tsx', 'app/features/territory/web/routes.ts'],
    ['app/features/territory/web/unit-page.tsx', 'app/web/components/section.tsx'],
  ])('allows %s → %s', (from, to) => {
    expect(whyForbidden({ from, to })).toBeNull()
  })
})
