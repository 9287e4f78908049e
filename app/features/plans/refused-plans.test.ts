import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync, zlibSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { buildPdf } from '../../documents/pdf/testing/build-pdf.ts'
import { say } from '../../messages/format.ts'
import { ProblemError } from '../../platform/problem.ts'
import { wordProblem } from '../../platform/word-problem.ts'
import { writeNumbersOut } from './files/word-numbers.ts'
import { readPlanFile } from './index.ts'
import { textToDocument } from './reading/text-to-document.ts'
import { buildWord } from './testing/build-word.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-plans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function refusal(bytes: string | Uint8Array, name: string): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const error = await readPlanFile(path).catch(caught => caught)
  expect(error, name).toBeInstanceOf(ProblemError)
  const [problem] = (error as ProblemError).problems
  expect(problem.place?.file).toBe(path)
  for (const locale of ['ru', 'en'] as const) {
    const { text, advice } = wordProblem(locale, problem)
    for (const words of [text, advice]) expect(words).toMatch(/^[^{}]{20,}\.$/)
  }
  return problem.code
}

const plan = [
  ['№', 'Мероприятие', 'Срок'],
  ['1', 'Совет', 'май 2022'],
]
const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(`${stream}\0`, 'utf16le'),
    Buffer.alloc(64),
  ])

test('files that hold no plan, or cannot be read, are refused in words', async () => {
  expect(await refusal('', 'пустой.docx')).toBe('file-empty')
  expect(await refusal(ole('EncryptedPackage'), 'пароль.docx')).toBe('plan-encrypted')
  expect(await refusal(ole('WordDocument'), 'старый.doc')).toBe('plan-word-old')
  expect(await refusal('{\\rtf1 План}', 'план.rtf')).toBe('plan-word-old')
  expect(await refusal('<!doctype html><table></table>', 'страница.html')).toBe('plan-file-kind')
  expect(await refusal(Uint8Array.of(1, 2, 3, 0, 0, 9), 'нечто.bin')).toBe('plan-file-kind')
  expect(await refusal(Buffer.from('504b0304aaaaaaaa', 'hex'), 'обрывок.docx')).toBe('plan-word-damaged')
  expect(await refusal(zipSync({ 'а.txt': Uint8Array.of(1) }), 'архив.docx')).toBe('plan-file-kind')
  expect(await refusal('\n \n', 'пробелы.txt')).toBe('plan-empty')
  expect(await refusal('Сказка о рыбаке и рыбке.\nЖил старик у моря.', 'сказка.txt')).toBe(
    'plan-not-recognised',
  )
})

test('PDF: pictures of pages, a password, damage, a book, words that are no plan', async () => {
  const page = 'BT /F1 12 Tf 50 700 Td (Once upon a time) Tj ET'
  const scan = buildPdf({ pages: Array(3).fill('q 595 0 0 842 0 0 cm /Im0 Do Q'), picture: true })
  expect(await refusal(scan, 'скан.pdf')).toBe('plan-scan')
  expect(await refusal(buildPdf({ pages: [page], locked: true }), 'пароль.pdf')).toBe('plan-encrypted')
  expect(await refusal(buildPdf({ pages: [page] }).subarray(0, 150), 'обрывок.pdf')).toBe('plan-pdf-damaged')
  expect(await refusal('%PDF-1.7\n…', 'не то.pdf')).toBe('plan-pdf-damaged')
  expect(await refusal(buildPdf({ pages: Array(301).fill(page) }), 'книга.pdf')).toBe('plan-pdf-long')
  expect(await refusal(buildPdf({ pages: [''] }), 'чистый лист.pdf')).toBe('plan-empty')
  const swollen = ['%PDF-1.4\n1 0 obj\n<<>>\nstream\n', zlibSync(new Uint8Array(33 * 2 ** 20)), '\nendstream']
  expect(await refusal(Buffer.concat(swollen.map(part => Buffer.from(part))), 'раздутый.pdf')).toBe(
    'archive-too-large',
  )
  expect(await refusal(buildPdf({ pages: [page] }), 'сказка.pdf')).toBe('plan-not-recognised')
  const drawn = [1, 2, 3, 4].map(
    at => `BT /F1 12 Tf 50 ${at * 90} Td (!#$%&*+,./0123456789:;<=>?@[]^_) Tj ET`,
  )
  expect(await refusal(buildPdf({ pages: [drawn.join(' ')] }), 'знаки.pdf')).toBe('plan-pdf-letters')
})

test('Word without tables, without a header, with macros, of pictures only', async () => {
  expect(
    await refusal(await buildWord(['План мероприятий на год', 'Будем работать.']), 'без таблиц.docx'),
  ).toBe('plan-without-tables')
  const noHeader = await buildWord([
    'План',
    [...plan.slice(1), ['2', 'Семинар', 'июнь 2022'], ['3', 'Отчёт', 'июль 2022']],
  ])
  expect(await refusal(noHeader, 'без заголовков.docx')).toBe('plan-header-missing')
  const good = await buildWord(['План', plan])
  expect(await refusal(good, 'макросы.docm')).toBe('plan-word-macros')
  const parts = unzipSync(good)
  const macros = zipSync({ ...parts, 'word/vbaProject.bin': Uint8Array.of(1) })
  expect(await refusal(macros, 'скрытые макросы.docx')).toBe('plan-word-macros')
  const pictures = zipSync({
    ...unzipSync(await buildWord(['', ''])),
    'word/media/image1.png': Uint8Array.of(1),
  })
  expect(await refusal(pictures, 'скан.docx')).toBe('plan-scan')
  expect(await refusal(good.subarray(0, 700), 'половина.docx')).toBe('plan-word-damaged')
})

test('what is inside an archive goes before its name', async () => {
  const open = zipSync({ 'content.xml': strToU8('<x/>'), 'META-INF/manifest.xml': strToU8('<x/>') })
  expect(await refusal(open, 'открытый.odt')).toBe('plan-file-kind')
  const path = join(folder, 'план.xlsx')
  writeFileSync(path, await buildWord(['План', plan]))
  expect((await readPlanFile(path)).measures.map(({ text }) => text)).toEqual(['Совет'])
})

test('ten tables, of which one is of measures', async () => {
  const path = join(folder, 'десять.docx')
  const other = [
    ['Школа', 'Учеников', 'Средний балл'],
    ['№ 1', '25', '14,2'],
    ['№ 2', '31', '13,9'],
  ]
  writeFileSync(path, await buildWord(['План', ...Array(5).fill(other), plan, ...Array(4).fill(other)]))
  const { measures } = await readPlanFile(path)
  expect(measures.map(({ text }) => text)).toEqual(['Совет'])
})

test('a missing file is named', async () => {
  const error = await readPlanFile(join(folder, 'нет такого.docx')).catch(caught => caught)
  expect((error as ProblemError).problems[0].code).toBe('file-missing')
  expect(say('ru', 'problem.plan-period', { given: 'когда-нибудь' })).toContain('когда-нибудь')
})

test('files made to take long are read or refused in time', async () => {
  const begun = performance.now()
  const many = 100_000
  const open = (tag: string) => `<w:${tag}>`.repeat(many)
  const numbering = open('abstractNum w:abstractNumId="1"') + open('num w:numId="1"')
  const document = `${open('pPr')}<w:pPr>${open('numPr')}</w:pPr>`
  expect(writeNumbersOut(document, numbering, open('style w:styleId="a"'))).toBe(document)
  const far =
    '<w:lvl w:ilvl="0"><w:start w:val="999999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
  const lists = `<w:abstractNum w:abstractNumId="1">${far}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
  const counted = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
  expect(writeNumbersOut(counted, lists, '')).toContain('>999999999999. <')
  expect(textToDocument(`|a|b|\n|${'-'.repeat(20_000)}!|\n`).blocks).not.toEqual([])
  const swollen = zipSync({
    ...unzipSync(await buildWord(['План', plan])),
    'word/styles.xml': new Uint8Array(17 * 2 ** 20),
  })
  expect(await refusal(swollen, 'раздутый.docx')).toBe('archive-too-large')
  expect(performance.now() - begun).toBeLessThan(4000)
})
