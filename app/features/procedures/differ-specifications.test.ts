import { describe, expect, it } from 'vitest'
import { differSpecifications } from './differ-specifications.ts'
import { bundledSpecifications } from './load-specifications.ts'
import { keyOf } from './specifications.ts'
import type { Specification } from './types.ts'

const GEOGRAPHY = { procedure: 'ВПР', version: null, year: 2021, grade: 8, subject: 'География' }
const before = bundledSpecifications().get(keyOf(GEOGRAPHY)) as Specification
const [first, second, ...rest] = before.tasks ?? []

describe('the difference of two descriptions', () => {
  it('is empty for one and the same, whatever the order of tasks', () => {
    expect(differSpecifications(before, before)).toEqual([])
    expect(differSpecifications(before, { ...before, tasks: [...(before.tasks ?? [])].reverse() })).toEqual(
      [],
    )
  })

  it('names the mark, the task and the field, in the order of the page', () => {
    const after: Specification = {
      ...before,
      maxPrimary: 41,
      bands: { '2': [0, 12], '3': [13, 26], '4': [27, 34], '5': [35, 41] },
      tasks: [{ ...first, max: 4, level: 'В' }, ...rest, { index: 99, task: '9', level: null, max: 2 }],
      source: 'Письмо',
    }
    expect(differSpecifications(before, after)).toEqual([
      { what: 'maximum', of: '', before: '40', after: '41' },
      { what: 'mark', of: '4', before: '27–35', after: '27–34' },
      { what: 'mark', of: '5', before: '35–40', after: '35–41' },
      { what: 'task-removed', of: second.task, before: String(second.max), after: null },
      { what: 'task', of: first.task, field: 'max', before: String(first.max), after: '4' },
      { what: 'task', of: first.task, field: 'level', before: first.level, after: 'В' },
      { what: 'task-added', of: '9', before: null, after: '2' },
      { what: 'source', of: '', before: before.source, after: 'Письмо' },
    ])
  })

  it('tells of a scale that is taken away, and of everything where there was nothing', () => {
    const marks = (after: Specification, earlier: Specification | null = before) =>
      differSpecifications(earlier, after).filter(({ what }) => what === 'mark')
    expect(marks({ ...before, bands: null }).map(one => one.after)).toEqual([null, null, null, null])
    expect(marks(before, null).map(one => one.before)).toEqual([null, null, null, null])
  })
})
