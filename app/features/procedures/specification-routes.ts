import type { FastifyRequest } from 'fastify'
import { say } from '../../messages/format.ts'
import type { Database, Tx } from '../../platform/database/index.ts'
import { attachmentHeader, cleanFileName, limitContent } from '../../platform/files/index.ts'
import { type Actor, type Handlers, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import { type Problem, ProblemError } from '../../platform/problem.ts'
import type { LocalDate, NamePeople } from '../territory/index.ts'
import { writePapersWorkbook } from './export-papers.ts'
import { choosePapers, listPapers, type Paper, type PaperFilters } from './list-papers.ts'
import { bundledSpecifications } from './load-specifications.ts'
import { presentChange, presentContent, presentKey, presentPaper, presentPaperPage } from './present-paper.ts'
import { paperKey } from './schemas.ts'
import { paperOfId } from './specification-id.ts'
import { toEntry } from './specification-schema.ts'
import type { SpecificationKey } from './specifications.ts'
import type { specificationsContract } from './specifications-contract.ts'
import { checkFile } from './store/check-file.ts'
import { getPaper } from './store/get-paper.ts'
import { saveRevision } from './store/save-revision.ts'
import { latestRevisions } from './store/specifications-of.ts'

/** Bytes of a specification file: a whole year of papers has less than a hundred thousand. */
const LARGEST = 5 * 2 ** 20

/** Handlers of papers. They are few (tens to hundreds), so lists are chosen from all of them in memory. */
export function specificationHandlers(
  database: Database,
  { namePeople, today }: { readonly namePeople: NamePeople; readonly today: () => LocalDate },
): Handlers<typeof specificationsContract> {
  const papers = async (tx: Tx, filters: PaperFilters = {}): Promise<Paper[]> =>
    choosePapers(listPapers(bundledSpecifications(), await latestRevisions(tx)), filters)
  const page = async (tx: Tx, { locale }: Actor, key: SpecificationKey) => {
    const found = await getPaper(tx, key)
    const authors = found.steps.flatMap(({ createdBy }) => createdBy ?? [])
    return presentPaperPage(locale, found, await namePeople(tx, authors))
  }

  return {
    'GET /api/specifications': async ({ tx, query: { cursor, limit, ...filters }, actor }) => {
      const chosen = await papers(tx, filters)
      const from = cursor === undefined ? 0 : offsetOf(cursor)
      const next = from + limit < chosen.length ? String(from + limit) : null
      const items = chosen.slice(from, from + limit).map(paper => presentPaper(actor.locale, paper))
      return cursor === undefined ? { items, next, total: chosen.length } : { items, next }
    },
    'GET /api/specifications/facets': async ({ tx }) => {
      const all = (await papers(tx)).map(({ specification }) => specification)
      return {
        procedures: counted(all.map(one => one.procedure)),
        years: counted(all.map(one => String(one.year))),
        grades: counted(all.map(one => String(one.grade))).sort((a, b) => Number(a.value) - Number(b.value)),
        subjects: counted(all.map(one => one.subject)).sort((a, b) => a.value.localeCompare(b.value, 'ru')),
      }
    },
    'GET /api/specifications/file.json': async ({ actor, query, reply }) => {
      const chosen = await database.as(actor.scope, tx => papers(tx, query))
      const entries = chosen.map(({ specification }) => toEntry(specification))
      const name = say(actor.locale, 'specification.file')
      return reply
        .headers({
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': attachmentHeader(`${name}.json`),
        })
        .send(JSON.stringify(entries, null, 2))
    },
    'GET /api/specifications/export.xlsx': async ({ actor: { locale, scope }, query, reply }) => {
      const chosen = await database.asOfNow(scope, tx => papers(tx, query))
      const name = `${say(locale, 'specification.file')}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path =>
        writePapersWorkbook(path, locale, chosen, { filters: query, today: today() }),
      )
    },
    'POST /api/specifications/check': async ({ actor, request }) => {
      const { name, text } = await receiveText(request)
      const entries = await database.as(actor.scope, tx => checkFile(tx, text, name))
      return {
        file: name,
        entries: entries.map(({ specification, state, base, changes }) => ({
          ...presentKey(actor.locale, specification),
          ...{ state, base },
          content: presentContent(specification),
          changes: changes.map(change => presentChange(actor.locale, change)),
        })),
      }
    },
    'POST /api/specifications/accept': async ({ tx, body: { entries, source = '', reason } }) => {
      const problems: Problem[] = []
      let revised = 0
      for (const [index, { paper, content, base }] of entries.entries()) {
        const specification = { ...paper, ...content, source: content.source || source }
        try {
          const { changed } = await saveRevision(tx, { specification, base, reason })
          if (changed) revised++
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error
          problems.push(...error.problems.map(one => ({ ...one, place: { ...one.place, entry: index + 1 } })))
        }
      }
      if (problems.length > 0) throw new ProblemError(problems)
      return { revised, same: entries.length - revised }
    },
    'GET /api/specifications/:id': ({ tx, params, actor }) => page(tx, actor, keyIn(params.id)),
    'PUT /api/specifications/:id': async ({ tx, params, body, actor }) => {
      const { base, reason, ...content } = body
      const key = keyIn(params.id)
      await saveRevision(tx, { specification: { ...key, ...content }, base, reason })
      return page(tx, actor, key)
    },
  }
}

function keyIn(id: string): SpecificationKey {
  const key = paperKey.safeParse(paperOfId(id))
  if (!key.success) throw new ProblemError({ code: 'not-found' })
  return key.data
}

function offsetOf(cursor: string): number {
  if (!/^\d{1,6}$/.test(cursor)) throw new ProblemError({ code: 'cursor-unreadable' })
  return Number(cursor)
}

/** Distinct values with how often each is there, the first met first. */
function counted(values: readonly string[]): { value: string; count: number }[] {
  return [...Map.groupBy(values, value => value)].map(([value, group]) => ({ value, count: group.length }))
}

/** The one file of the request as text. */
async function receiveText(request: FastifyRequest): Promise<{ name: string; text: string }> {
  const limits = { fileSize: LARGEST + 1, files: 1 }
  const part = request.isMultipart() ? await request.file({ limits, throwFileSizeLimit: false }) : undefined
  if (!part) throw new ProblemError({ code: 'file-not-sent' })
  const name = cleanFileName(part.filename)
  const chunks: Buffer[] = []
  for await (const chunk of limitContent(part.file, LARGEST, name)) chunks.push(Buffer.from(chunk))
  return { name, text: Buffer.concat(chunks).toString('utf8') }
}
