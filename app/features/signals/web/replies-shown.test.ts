import { beforeAll, expect, it } from 'vitest'
import { DataTable } from '../../../web/components/data-table.tsx'
import { draw, pageOf, speakRussian } from '../../../web/testing/draw.ts'
import { CasePage } from './case-page.tsx'
import { SchoolHistory } from './school-history.tsx'
import { signalColumns } from './signal-columns.tsx'
import { SignalPage } from './signal-page.tsx'
import { SignalShelf } from './signal-shelf.tsx'

beforeAll(speakRussian)

const REPLY = 'ждём до 15 июня 2021 г.'
const signal = {
  ...{ id: 7, school: { id: 3, name: 'Школа № 1' }, municipality: null, set: 'Математика, 4 класс, 2021' },
  ...{
    channels: [{ id: 'high-mean', text: 'Высокий средний балл' }],
    source: 'official',
    n: 40,
    degree: null,
  },
  ...{
    state: 'asked',
    outcome: null,
    dueOn: '2021-06-15',
    overdueDays: null,
    reply: REPLY,
    dataUndone: false,
  },
}

it('a list of signs has the state of each reply', async () => {
  const items = [signal, { ...signal, id: 8, reply: 'снято после пояснения' }]
  const list = {
    data: { pages: [{ items, next: null }] },
    error: null,
    isFetching: false,
    hasNextPage: false,
  }
  const text = await draw(
    DataTable as never,
    {
      ...{
        label: 'Признаки',
        list,
        columns: signalColumns(),
        rowKey: ({ id }: { id: number }) => id,
        empty: '',
      },
    } as never,
  )
  expect(text).toContain(REPLY)
  expect(text).toContain('снято после пояснения')
})

it('a shelf of «Моя работа» has it', async () => {
  const text = await draw(SignalShelf, { shelf: 'due' }, [
    ['GET /api/signals', { query: { shelf: 'due', sort: 'due', limit: 5 } }, pageOf([signal]).pages[0]],
  ])
  expect(text).toContain('Школа № 1')
  expect(text).toContain(REPLY)
})

it('the history of a school has it for every other sign', async () => {
  const past = { id: 5, set: 'Физика', source: 'own', channels: ['Заполнение'], reply: 'подтверждено' }
  const history = [{ year: 2020, signals: [past], federal: null }]
  const text = await draw(SchoolHistory, { passport: { id: 7, history, federalYears: 0 } as never })
  expect(text).toMatch(/Физика[\s\S]*Заполнение[\s\S]*подтверждено/)
})

const AT = { path: '/signals/$id', url: '/signals/7' }
const asked = { params: { id: '7' } }

it('the passport has it beside its name', async () => {
  const text = await draw(SignalPage, {}, [['GET /api/signals/:id', asked, passportOf()]], AT)
  expect(text).toMatch(new RegExp(`Школа № 1 · Математика[\\s\\S]*${REPLY}`))
})

it('the rows of participants stand under it', async () => {
  const rows = { sets: [], tasks: [], pairs: [], items: [], next: null }
  const text = await draw(
    CasePage,
    {},
    [
      ['GET /api/signals/:id', asked, passportOf()],
      ['GET /api/signals/:id/case', { ...asked, query: {} }, { pages: [rows], pageParams: [null] }],
    ],
    { path: '/signals/$id/case', url: '/signals/7/case' },
  )
  expect(text).toMatch(new RegExp(`Работы[\\s\\S]*${REPLY}`))
})

it('the passport of a closed school says that nobody is left to reply', async () => {
  const passport = async (schoolGone: boolean) =>
    draw(SignalPage, {}, [['GET /api/signals/:id', asked, { ...passportOf(), schoolGone }]], AT)
  expect(await passport(true)).toContain('отвечать некому')
  expect(await passport(false)).not.toContain('отвечать некому')
})

function passportOf() {
  return {
    ...signal,
    ...{
      run: { id: 1, title: 'Анализ' },
      headline: 'Средний балл выше',
      certainty: null,
      schoolGone: false,
      schoolKind: null,
    },
    ...{
      locality: null,
      findings: [],
      record: [],
      history: [],
      federalYears: 0,
      steps: [],
      may: [],
      outcomes: [],
    },
    ...{ mayOpenCase: false, version: 1, fdr: null, forwarded: false, escalated: 0 },
  }
}
