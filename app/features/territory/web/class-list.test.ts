import { describe, expect, it } from 'vitest'
import { readClassList } from './class-list.ts'

const named = (text: string) => readClassList(text).classes.map(({ grade, letter }) => `${grade}${letter}`)

describe('a list of classes', () => {
  it('is read in every way people write it', () => {
    expect(named('5А, 5Б; 6 «А», 7-в\n10\n11 "Б"')).toEqual(['5А', '5Б', '6А', '7В', '10', '11Б'])
    expect(named('5а 5б 5в')).toEqual(['5А', '5Б', '5В'])
    expect(named('9А, 9 а, 9«А»')).toEqual(['9А'])
    expect(named(' ,;\n')).toEqual([])
  })

  it('names what is no class and drops nothing silently', () => {
    expect(readClassList('5А, пятый, 13Б, 0, 6Б?').wrong).toEqual(['пятый', '13Б', '0', '6Б?'])
    expect(readClassList('123, 5А').wrong).toEqual(['123'])
  })
})
