import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasMessage } from '../../messages/format.ts'
import {
  allows,
  GRANTABLE,
  RIGHTS,
  type Right,
  ROLE_KINDS,
  ROLES,
  type Role,
  type UnitKind,
} from './access.ts'
import { isActive, mayEditPerson, refuseGrant } from './grant-rules.ts'

const rights = Object.keys(RIGHTS) as Right[]

describe('the matrix', () => {
  it('says every role and right in both languages', () => {
    const ids = [
      ...ROLES.flatMap(role => [`role.${role}`, `role.${role}.about`]),
      ...rights.map(right => `right.${right}`),
    ]
    expect(ids.filter(id => !hasMessage('ru', id) || !hasMessage('en', id))).toEqual([])
  })

  it('gives a right over the installation at the region alone', () => {
    expect(allows('administrator', '1.', 'backup.make')).toBe(true)
    expect(allows('administrator', '1.5.', 'backup.make')).toBe(false)
    expect(allows('administrator', '1.5.', 'unit.edit')).toBe(true)
  })

  it('gives nothing to somebody without a unit', () => {
    for (const right of rights) expect(allows('administrator', '', right)).toBe(false)
  })

  it('lets nobody but administrators change the tree, the settings and people of other roles', () => {
    for (const right of ['unit.edit', 'setting.edit', 'registry.import', 'backup.make'] as const)
      expect(RIGHTS[right]).toEqual(['administrator'])
  })
})

interface Node {
  readonly path: string
  readonly kind: UnitKind
}
const TREE: readonly Node[] = [
  { path: '1.', kind: 'region' },
  { path: '1.2.', kind: 'municipality' },
  { path: '1.2.4.', kind: 'school' },
  { path: '1.2.40.', kind: 'school' },
  { path: '1.20.', kind: 'municipality' },
  { path: '1.20.5.', kind: 'school' },
  { path: '1.2.4.9.', kind: 'class' },
]
interface Held {
  readonly role: Role
  readonly node: Node
}
const held = fc.record({ role: fc.constantFrom(...ROLES), node: fc.constantFrom(...TREE) })

/** Every grant that somebody with this one could bring about, through any number of people. */
function reachable(start: Held): Held[] {
  const found: Held[] = []
  const open = [start]
  for (let own = open.pop(); own; own = open.pop()) {
    for (const node of TREE)
      for (const role of ROLES) {
        const giver = { role: own.role, unitPath: own.node.path, personId: 'giver' }
        const given = { role, unitPath: node.path, unitKind: node.kind, personId: 'taker' }
        if (refuseGrant(giver, given) !== null) continue
        if (found.some(one => one.role === role && one.node === node)) continue
        found.push({ role, node })
        open.push({ role, node })
      }
  }
  return found
}

describe('giving roles', () => {
  it('never leads, by any chain of people, to a wider unit or to more power of giving', () => {
    fc.assert(
      fc.property(held, start => {
        for (const { role, node } of reachable(start)) {
          expect(node.path.startsWith(start.node.path)).toBe(true)
          expect(ROLE_KINDS[role]).toContain(node.kind)
          for (const further of GRANTABLE[role]) expect(GRANTABLE[start.role]).toContain(further)
        }
      }),
    )
  })

  it('never yields a right over the installation or the tree to who has none', () => {
    const above: Right[] = ['unit.edit', 'setting.edit', 'backup.make', 'registry.import']
    fc.assert(
      fc.property(held, start => {
        for (const right of above)
          if (!allows(start.role, start.node.path, right))
            for (const { role, node } of reachable(start)) expect(allows(role, node.path, right)).toBe(false)
      }),
    )
  })

  it('is refused to oneself, whatever the role', () => {
    fc.assert(
      fc.property(held, held, (own, given) => {
        const giver = { role: own.role, unitPath: own.node.path, personId: 'same' }
        const wish = {
          role: given.role,
          unitPath: given.node.path,
          unitKind: given.node.kind,
          personId: 'same',
        }
        expect(refuseGrant(giver, wish)).not.toBeNull()
      }),
    )
  })

  it('tells 1.2. from 1.20.', () => {
    const giver = { role: 'municipality', unitPath: '1.2.', personId: 'a' } as const
    const wish = { role: 'head', unitKind: 'school', personId: 'b' } as const
    expect(refuseGrant(giver, { ...wish, unitPath: '1.2.4.' })).toBeNull()
    expect(refuseGrant(giver, { ...wish, unitPath: '1.20.5.' })).toBe('out-of-reach')
  })

  it('may edit only people whose every standing role one could give', () => {
    fc.assert(
      fc.property(held, fc.array(held, { minLength: 1, maxLength: 3 }), (own, roles) => {
        const giver = { role: own.role, unitPath: own.node.path, personId: 'a' }
        const standing = roles.map(({ role, node }) => ({ role, unitPath: node.path }))
        const all = roles.every(
          ({ role, node }) => node.path.startsWith(own.node.path) && GRANTABLE[own.role].includes(role),
        )
        expect(mayEditPerson(giver, { id: 'b', standing })).toBe(all)
        expect(mayEditPerson(giver, { id: 'a', standing })).toBe(false)
      }),
    )
  })
})

describe('a grant', () => {
  const grant = {
    role: 'expert',
    unitPath: '1.',
    validFrom: '2026-09-01',
    validTo: '2026-12-31',
    revoked: false,
  } as const
  it.each([
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('on %s works: %s', (today, works) => {
    expect(isActive(grant, today)).toBe(works)
    expect(isActive({ ...grant, revoked: true }, today)).toBe(false)
  })
})
