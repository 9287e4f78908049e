import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCampaignDates, checkTerms, stateOfCampaign, stateOfPaper, termsOfUnit } from './rules.ts'

const CAMPAIGN = { startsOn: '2021-03-15', endsOn: '2021-05-21', dueOn: '2021-06-01' }
const SILENT = { writtenFrom: null, writtenTo: null, dueOn: null }
const own = (unitPath: string, given: object = {}) => ({ ...SILENT, takesPart: true, unitPath, ...given })

describe('the dates of a unit', () => {
  it('are the campaign’s where nobody says otherwise', () => {
    expect(termsOfUnit(CAMPAIGN, SILENT, [], '1.2.4.')).toEqual({
      writtenFrom: '2021-03-15',
      writtenTo: '2021-05-21',
      dueOn: '2021-06-01',
      takesPart: true,
    })
  })

  it('are looked for one by one, the nearest level first', () => {
    const assessment = { ...SILENT, writtenFrom: '2021-04-01', dueOn: '2021-05-30' }
    const all = [
      own('1.2.', { dueOn: '2021-06-05', writtenTo: '2021-04-20' }),
      own('1.2.4.', { dueOn: '2021-06-10' }),
      // 1.20. is another municipality, not something below 1.2.
      own('1.20.', { writtenFrom: '2021-01-01' }),
      own('1.2.4.7.', { writtenFrom: '2021-01-02' }),
    ]
    expect(termsOfUnit(CAMPAIGN, assessment, all, '1.2.4.')).toEqual({
      writtenFrom: '2021-04-01',
      writtenTo: '2021-04-20',
      dueOn: '2021-06-10',
      takesPart: true,
    })
    expect(termsOfUnit(CAMPAIGN, assessment, all, '1.20.8.').writtenFrom).toBe('2021-01-01')
  })

  it('end with the municipality that takes no part, whatever its school has of its own', () => {
    const all = [own('1.2.', { takesPart: false }), own('1.2.4.', { dueOn: '2021-06-10' })]
    expect(termsOfUnit(CAMPAIGN, SILENT, all, '1.2.4.').takesPart).toBe(false)
    expect(termsOfUnit(CAMPAIGN, SILENT, all, '1.3.5.').takesPart).toBe(true)
  })

  it('do not depend on the order in which own terms are given', () => {
    const day = fc.option(fc.constantFrom('2021-04-01', '2021-04-02', '2021-04-03'))
    const one = fc.record({
      unitPath: fc.constantFrom('1.', '1.2.', '1.2.4.', '1.20.'),
      writtenFrom: day,
      writtenTo: day,
      dueOn: day,
      takesPart: fc.boolean(),
    })
    const distinct = fc.uniqueArray(one, { selector: ({ unitPath }) => unitPath })
    fc.assert(
      fc.property(distinct, terms => {
        const forwards = termsOfUnit(CAMPAIGN, SILENT, terms, '1.2.4.')
        expect(termsOfUnit(CAMPAIGN, SILENT, terms.toReversed(), '1.2.4.')).toEqual(forwards)
        const wayUp = terms.filter(({ unitPath }) => unitPath !== '1.20.')
        expect(termsOfUnit(CAMPAIGN, SILENT, wayUp, '1.2.4.')).toEqual(forwards)
      }),
    )
  })
})

describe('dates that are given', () => {
  const above = { writtenFrom: '2021-03-15', writtenTo: '2021-05-21', dueOn: '2021-06-01' }
  const codes = (terms: object) =>
    checkTerms({ ...SILENT, ...terms }, above).map(({ code, place }) => [code, place?.column])

  it('may be empty, and may lie outside the campaign', () => {
    expect(codes({})).toEqual([])
    expect(codes({ writtenFrom: '2021-06-10', writtenTo: '2021-06-11', dueOn: '2021-06-20' })).toEqual([])
  })

  it('are held against what holds above where they are silent', () => {
    expect(codes({ writtenFrom: '2021-05-25' })).toEqual([['terms-end-before', 'writtenFrom']])
    expect(codes({ writtenTo: '2021-03-01' })).toEqual([['terms-end-before', 'writtenTo']])
    expect(codes({ dueOn: '2021-03-01' })).toEqual([['terms-due-before', 'dueOn']])
    expect(codes({ writtenFrom: '2021-06-10', writtenTo: '2021-06-11' })).toEqual([
      ['terms-due-before', 'writtenFrom'],
    ])
  })

  it('of a campaign are told all at once, each at its field', () => {
    const wrong = { startsOn: '2021-05-01', endsOn: '2021-04-01', dueOn: '2021-03-01' }
    expect(checkCampaignDates(wrong).map(({ place }) => place?.column)).toEqual(['endsOn', 'dueOn'])
    expect(checkCampaignDates(CAMPAIGN)).toEqual([])
  })
})

describe('a campaign', () => {
  it.each([
    ['2021-03-14', 'ahead'],
    ['2021-03-15', 'going'],
    ['2021-05-21', 'going'],
    ['2021-05-22', 'collecting'],
    ['2021-06-01', 'collecting'],
    ['2021-06-02', 'over'],
  ])('on %s is %s', (today, state) => {
    expect(stateOfCampaign({ ...CAMPAIGN, closed: false }, today)).toBe(state)
    expect(stateOfCampaign({ ...CAMPAIGN, closed: true }, today)).toBe('closed')
  })

  it('without a term waits for nothing after its end', () => {
    expect(stateOfCampaign({ ...CAMPAIGN, dueOn: null, closed: false }, '2021-05-22')).toBe('over')
  })
})

describe('a paper', () => {
  const found = (bands: unknown, tasks: unknown, warnings: unknown[] = []) =>
    stateOfPaper({ specification: { bands, tasks }, problems: [], warnings })
  it('is whole, or lacks what hinders most', () => {
    expect(stateOfPaper(null)).toBe('unknown')
    expect(found({}, [])).toBe('whole')
    expect(found({}, null)).toBe('no-tasks')
    expect(found(null, null)).toBe('no-scale')
    expect(found(null, [], [{}])).toBe('faulty-scale')
  })
})
