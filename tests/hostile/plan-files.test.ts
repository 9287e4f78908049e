import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildPdf } from '../../app/documents/pdf/testing/build-pdf.ts'
import { buildZip } from '../../app/documents/spreadsheet/testing/build-zip.ts'
import { packRepeated } from '../../app/documents/spreadsheet/testing/pack-repeated.ts'
import { buildWord } from '../../app/features/plans/testing/build-word.ts'
import { onEmbedded } from '../../app/platform/database/testing/index.ts'
import { BROWSER, startWorld, type World } from '../world/start-world.ts'

const open = onEmbedded()
let world: World
beforeAll(async () => {
  world = await startWorld(open)
})
afterAll(() => world?.stop())

const MEASURES = [
  ['№', 'Мероприятие', 'Срок'],
  ['1', 'Совещание', 'май 2022'],
]
const OTHER = [
  ['Школа', 'Учеников', 'Средний балл'],
  ['№ 1', '25', '14,2'],
]
/** An office file under a password is another kind of container. */
const PASSWORD = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage\0', 'utf16le'),
  Buffer.alloc(64),
])
const SCAN = buildPdf({ pages: Array(200).fill('q 595 0 0 842 0 0 cm /Im0 Do Q'), picture: true })

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

async function send(content: Buffer, name: string): Promise<{ status: number; text: string }> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)]), name)
  const headers = { ...BROWSER, cookie: world.cookies.analyst }
  const sent = await fetch(`${world.address}/api/files`, { method: 'POST', body: form, headers })
  if (sent.status !== 200) return { status: sent.status, text: await sent.text() }
  const { id } = (await sent.json()) as { id: number }
  const read = await world.send('POST', '/api/plans/read', world.cookies.analyst, { from: { file: id } })
  return { status: read.status, text: await read.text() }
}

it('files that hold no plan are refused by name and in words, at once, and leave nothing behind', async () => {
  const files: readonly (readonly [string, Buffer, string])[] = [
    [
      'без таблиц.docx',
      await buildWord(['План мероприятий на год', 'Будем работать.']),
      'plan-without-tables',
    ],
    [
      'без заголовка.docx',
      await buildWord(['План', [1, 2, 3].map(n => [String(n), `Семинар ${n}`, `${n} мая 2022 г.`])]),
      'plan-header-missing',
    ],
    ['десять таблиц.docx', await buildWord(['Отчёт', ...Array(10).fill(OTHER)]), 'plan-'],
    // At the door already: no attachment has macros.
    ['макросы.docm', await buildWord(['План', MEASURES]), 'file-kind-refused'],
    ['скан.pdf', SCAN, 'plan-scan'],
    ['под паролем.docx', PASSWORD, 'file-kind-refused'],
    ['записка.txt', Buffer.from('Приходите вовремя.'), 'plan-not-recognised'],
    ['записка.docx', Buffer.from('Приходите вовремя.'), 'file-extension-differs'],
    ['пустой.docx', Buffer.alloc(0), 'file-empty'],
  ]
  for (const [name, content, code] of files) {
    const { status, text } = await send(content, name)
    expect([status, text], name).toEqual([422, expect.stringContaining(`"code":"${code}`)])
    const { title, problems } = JSON.parse(text) as { title: string; problems: { advice: string }[] }
    expect(title).toContain(name)
    expect(problems[0].advice).toMatch(/[А-Яа-я].{20,}\.$/)
  }
  const { rows } = await world.database.asSystem('system:test', tx =>
    sql`select from plan union all select from stored_file where subject is not null`.execute(tx),
  )
  expect(rows).toHaveLength(0)
})

it('pictures of a document are not unpacked, however large they say they are', async () => {
  const picture = packRepeated('word/media/image1.png', '', '0'.repeat(2 ** 20), 1500, '')
  const words = buildZip([
    { name: '[Content_Types].xml', content: `<Types><Override ContentType="${WORD}"/></Types>` },
    { name: 'word/document.xml', content: '<w:document><w:body/></w:document>' },
    picture,
  ])
  const before = process.memoryUsage().rss
  const { text } = await send(words, 'огромный рисунок.docx')
  expect(text).toMatch(/"code":"plan-(?:scan|word-damaged|empty)"/)
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20)
})
