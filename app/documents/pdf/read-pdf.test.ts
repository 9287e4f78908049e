import { describe, expect, test } from 'vitest'
import { setPdf } from '../report/index.ts'
import { HALF, readPdf, WRAP } from './index.ts'
import { buildPdf } from './testing/build-pdf.ts'
import type { PdfBlock } from './types.ts'

async function blocksOf(bytes: Uint8Array): Promise<readonly PdfBlock[]> {
  const read = await readPdf(bytes, 20)
  if ('fault' in read) throw new Error(read.fault)
  return read.blocks
}

/** Blocks in short: a paragraph, or the rows of a table; spans and doubts where they are. */
async function shortOf(bytes: Uint8Array): Promise<unknown[]> {
  return (await blocksOf(bytes)).map(block =>
    block.type === 'paragraph'
      ? block.text
      : block.rows.map(row =>
          row.map(({ text, colspan, rowspan, unsure }) =>
            [text, colspan > 1 && `${colspan} across`, rowspan > 1 && `${rowspan} down`, unsure]
              .filter(part => part !== false && part !== undefined)
              .join(' | '),
          ),
        ),
  )
}

const SHEET =
  '#set page(width: 400pt, height: 300pt, margin: 30pt)\n#set text(font: "Tinos", size: 12pt)\n#set document(title: "t", date: datetime(year: 2026, month: 1, day: 1))\n'
const typeset = (template: string) => setPdf({ template: SHEET + template, model: {}, date: '2026-01-01' })

describe('a table with lines', () => {
  test('cells are what lines bound; merged ones have none between', async () => {
    const pdf = typeset(`#table(columns: (40pt, 100pt, 100pt, 80pt),
      [№], table.cell(colspan: 2)[Мера и срок], [Кто],
      table.cell(rowspan: 2)[1], [Провести совет], [май], table.cell(rowspan: 2)[директор],
      [Составить справку], [июнь])`)
    expect(await shortOf(pdf)).toEqual([
      [
        ['№', 'Мера и срок | 2 across', 'Кто'],
        ['1 | 2 down', 'Провести совет', 'май', 'директор | 2 down'],
        [`Составить${WRAP}справку`, 'июнь'],
      ],
    ])
  })

  test('goes on over pages: its header once, a cut row whole, heads and numbers of pages left out', async () => {
    const pdf =
      typeset(`#set page(margin: 50pt, header: [Приложение к письму], footer: context align(center, counter(page).display()))
      Перед таблицей.
      #table(columns: (40pt, 160pt, 100pt), table.header([№], [Мера], [Срок]),
        [1], [Первая], [май], [2], [#(("Длинная мера.",) * 12).join(linebreak())], [июнь], [3], [Третья], [июль])`)
    const [before, rows] = (await shortOf(pdf)) as [string, string[][]]
    expect(before).toBe('Перед таблицей.')
    expect(rows.map(row => row[0])).toEqual(['№', '1', '2', '3'])
    expect(rows[2]).toEqual(['2', `${Array(12).fill('Длинная мера.').join('\n')} | joined`, 'июнь'])
  })

  test('a cell merged over rows goes on where the page ends', async () => {
    const pdf = typeset(`#table(columns: (100pt, 160pt), table.cell(rowspan: 12)[Раздел],
      ..range(12).map(at => [Мера #at #linebreak() и ещё]))`)
    const [rows] = (await shortOf(pdf)) as [string[][]]
    expect(rows.map(row => row.length)).toEqual([2, ...Array(11).fill(1)])
    expect(rows[0][0]).toBe('Раздел | 12 down')
  })

  test('a line across the text of two cells parts it, however near it stands', async () => {
    const rules =
      '50 650 m 50 700 l 100 650 m 100 700 l 200 650 m 200 700 l 50 700 m 200 700 l 50 675 m 200 675 l 50 650 m 200 650 l S'
    // One piece of text: 40 points of letters, a gap of 2 with the line in its middle, letters again.
    const [text, below] = [
      'BT /F1 10 Tf 71.1 682 Td [(xxxxx) -200 (yyyy)] TJ ET',
      'BT /F1 10 Tf 55 660 Td (z) Tj ET',
    ]
    const pdf = buildPdf({ pages: [`${rules} ${text} ${below}`] })
    expect(await shortOf(pdf)).toEqual([
      [
        ['xxxxx', 'yyyy'],
        ['z', ''],
      ],
    ])
  })

  test('lines may be drawn as filled stripes, in pieces; white ones are none', async () => {
    const stripes = [700, 675, 650].map(y => `50 ${y} 70 .5 re f 121 ${y} 79 .5 re f`).join(' ')
    const upright = [50, 100, 200].map(x => `${x} 650 .5 50 re f`).join(' ')
    const text =
      'BT /F1 10 Tf 55 682 Td (a) Tj ET BT /F1 10 Tf 105 682 Td (b) Tj ET BT /F1 10 Tf 55 660 Td (c) Tj ET'
    const pdf = buildPdf({ pages: [`${stripes} ${upright} 1 1 1 rg 150 650 .5 50 re f 0 0 0 rg ${text}`] })
    expect(await shortOf(pdf)).toEqual([
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ])
  })

  test('words that lie over a border are said to', async () => {
    const rules =
      '50 650 m 50 700 l 100 650 m 100 700 l 200 650 m 200 700 l 50 700 m 200 700 l 50 675 m 200 675 l 50 650 m 200 650 l S'
    const pdf = buildPdf({ pages: [`${rules} BT /F1 10 Tf 70 682 Td (incomprehensible) Tj ET`] })
    expect(await shortOf(pdf)).toEqual([
      [
        ['', 'incomprehensible | torn'],
        ['', ''],
      ],
    ])
  })

  test('a page whose text goes upwards, and headings that do', async () => {
    const turned = `0 1 -1 0 500 100 cm 50 50 m 50 100 l 150 50 m 150 100 l 250 50 m 250 100 l 50 100 m 250 100 l 50 75 m 250 75 l 50 50 m 250 50 l S
      BT /F1 10 Tf 55 82 Td (first) Tj ET BT /F1 10 Tf 0 1 -1 0 200 78 Tm (up) Tj ET BT /F1 10 Tf 55 60 Td (second line) Tj ET`
    expect(await shortOf(buildPdf({ pages: [turned] }))).toEqual([
      [
        ['first', 'up'],
        ['second line', ''],
      ],
    ])
    expect(await shortOf(buildPdf({ pages: [turned], entries: '/Rotate 90' }))).toEqual([
      [
        ['first', 'up'],
        ['second line', ''],
      ],
    ])
  })
})

describe('lines of text', () => {
  test('a line that was full goes on, one that had room was ended by somebody', async () => {
    const pdf = typeset(`Совещание руководителей общеобразовательных организаций района по итогам года.\\
      Срок: май\\ Ответственный: отдел`)
    expect(await shortOf(pdf)).toEqual([
      `Совещание руководителей общеобразовательных организаций${WRAP}района по итогам года.`,
      'Срок: май',
      'Ответственный: отдел',
    ])
  })

  test('points whose numbers stand off, and labels with their words beside, are no columns', async () => {
    const points = typeset(
      '#set enum(body-indent: 40pt)\n+ Первое\n+ Второе\n+ Третье\n+ Четвёртое\n+ Пятое\n+ Шестое\n+ Седьмое',
    )
    expect(await shortOf(points)).toEqual([
      ...['1. Первое', '2. Второе', '3. Третье', '4. Четвёртое', '5. Пятое', '6. Шестое', '7. Седьмое'],
    ])
    const labels = typeset('#grid(columns: (110pt, 100pt), [Срок:], [май], [Ответственный:], [отдел])')
    expect(await shortOf(labels)).toEqual(['Срок:\tмай', 'Ответственный:\tотдел'])
  })

  test('a word that a column cannot hold goes on in the next line', async () => {
    const pdf = typeset('#table(columns: (54pt, 54pt), [Ответствен#linebreak()ные], [а#linebreak()б])')
    expect(await shortOf(pdf)).toEqual([[[`Ответствен${HALF}ные`, 'а\nб']]])
  })

  test('two blocks beside each other are two cells', async () => {
    const pdf =
      typeset(`#grid(columns: (50%, 50%), [СОГЛАСОВАНО\\ Председатель\\ совета], [УТВЕРЖДАЮ\\ Директор\\ школы])
      #v(1em)
      Дальше идёт одна строка, которая доходит до самого края листа.`)
    expect(await shortOf(pdf)).toEqual([
      [['СОГЛАСОВАНО\nПредседатель\nсовета', 'УТВЕРЖДАЮ\nДиректор\nшколы']],
      'Дальше идёт одна строка, которая доходит до самого края листа.',
    ])
  })

  test('Russian letters that an old program printed as West European ones', async () => {
    // What stands in the file are the codes of windows-1251, under a face that says they are those of windows-1252.
    const codes =
      '\xCF\xEB\xE0\xED \xEC\xE5\xF0\xEE\xEF\xF0\xE8\xFF\xF2\xE8\xE9 \xF8\xEA\xEE\xEB\xFB \xB9 5 \xED\xE0 \xE3\xEE\xE4'
    const pdf = buildPdf({
      pages: [`BT /F1 12 Tf 50 700 Td (${codes} ${codes}) Tj ET`],
    })
    expect(await shortOf(pdf)).toEqual([
      'План мероприятий школы № 5 на год План мероприятий школы № 5 на год',
    ])
  })

  test('bold made by writing twice is read once, a stamp across the page not at all', async () => {
    const bold = 'BT /F1 12 Tf 50 700 Td (bold) Tj ET BT /F1 12 Tf 50.3 700 Td (bold) Tj ET'
    const stamp = 'BT /F1 60 Tf .7 .7 -.7 .7 100 300 Tm (DRAFT) Tj ET'
    expect(await shortOf(buildPdf({ pages: [`${bold} ${stamp}`] }))).toEqual(['bold'])
  })
})

describe('a table without lines', () => {
  const rows = [1, 2, 3, 4].map(
    at => `[#${at}], [Провести совет номер ${at} и составить по нему справку], [май], [директор школы],`,
  )
  const grid = (entries: string) =>
    typeset(
      `#grid(columns: (30pt, 130pt, 60pt, 100pt), ${entries} [№], [Мера], [Срок], [Кто], ${rows.join('\n')})`,
    )
  const expected = [
    ['№', 'Мера', 'Срок', 'Кто'],
    ...[1, 2, 3, 4].map(at => [
      `${at}`,
      `Провести совет номер ${at}${WRAP}и составить по нему${WRAP}справку`,
      'май',
      'директор школы',
    ]),
  ]

  test('has columns where gaps run through, rows where numbers stand', async () => {
    expect(await shortOf(grid(''))).toEqual([expected])
  })

  test('has rows where lines are drawn across', async () => {
    expect(await shortOf(grid('stroke: (top: 1pt, bottom: 1pt),'))).toEqual([expected])
  })

  test('with numbers at half the height of rows says that it is unsure', async () => {
    const [blocks] = await blocksOf(grid('align: horizon,'))
    if (blocks.type !== 'table') throw new Error('no table')
    expect(blocks.rows.slice(1).map(row => row[0].text)).toEqual(['1', '2', '3', '4'])
    expect(blocks.rows.flat().every(({ unsure }) => unsure === 'torn')).toBe(true)
  })
})
