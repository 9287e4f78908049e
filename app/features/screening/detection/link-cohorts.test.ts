import type { GroupedWorks } from '@objektiv/forensics'
import { expect, test } from 'vitest'
import type { CollectedWorks } from './collect-works.ts'
import { linkCohorts } from './link-cohorts.ts'

/** A set with one work per class; classes are «school label». */
function setOf(
  year: number,
  grade: number,
  classes: readonly string[],
  subject = 'Математика',
): CollectedWorks {
  const works = {
    count: classes.length,
    school: Int32Array.from(classes, name => Number(name.split(' ')[0])),
    group: Int32Array.from(classes.keys()),
  } as GroupedWorks
  return {
    set: 0,
    assessment: { procedure: 'ВПР', version: null, year, grade, subject },
    works,
    classOfGroup: classes.map(name => name.split(' ')[1]),
    writtenAt: null,
  }
}

test('classes are found by school and label a year before, else a year after, whatever their order', () => {
  const links = linkCohorts([
    setOf(2021, 4, ['1 А', '1 Б', '2 А']),
    setOf(2022, 5, ['2 А', '1 А', '3 А']),
    setOf(2023, 6, ['1 А']),
    setOf(2022, 5, ['1 А'], 'Русский язык'),
    setOf(2022, 4, ['1 А']),
  ])
  expect(links).toEqual([
    { set: 0, other: 1, classOf: Int32Array.of(1, -1, 0) },
    { set: 1, other: 0, classOf: Int32Array.of(2, 0, -1) },
    { set: 2, other: 1, classOf: Int32Array.of(1) },
  ])
})
