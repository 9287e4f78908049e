import { z } from 'zod'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'

/** Shapes that several endpoints of the territory share. Pure: the web app reads their types. */

export const unitKind = z.enum(['region', 'municipality', 'school', 'class'])

/** A local date, 'YYYY-MM-DD'. */
export const localDate = z.iso.date()
/** One that a person chose: within the years that registries may name, so that the day after it is a date too. */
export const chosenDate = localDate.refine(day => day >= '1800-01-01' && day <= '2200-12-31')

/**
 * How a unit stands on a day: `active`; `future` (valid from a later day); `closing` (the last day is known and still
 * ahead); `closed`; `merged` (its work went on in another unit); `withdrawn` (an import that made it was undone).
 */
export const unitStateKind = z.enum(['active', 'future', 'closing', 'closed', 'merged', 'withdrawn'])

export const unitState = z.object({
  kind: unitStateKind,
  /** First day on which the unit no longer is (closed, merged) or is at last (future). */
  since: localDate.nullable(),
  /** The same said in the reader's language: «присоединена к „Школа № 2“ с 1 сентября 2023 г.» */
  text: z.string(),
})

export const unitLink = z.object({ id: z.number().int(), kind: unitKind, name: z.string() })

/** A unit as a row of a list or an answer of the search. */
export const unitSummary = unitLink.extend({
  shortName: z.string().nullable(),
  /** Login as the registry spells it; schools only. */
  login: z.string().nullable(),
  /** Official code of a municipality or a region. */
  code: z.string().nullable(),
  schoolKind: z.string().nullable(),
  locality: z.string().nullable(),
  tags: z.array(z.string()),
  municipality: unitLink.nullable(),
  grade: z.number().int().nullable(),
  letter: z.string().nullable(),
  schoolYear: z.number().int().nullable(),
  state: unitState,
  version: z.number().int(),
})

export const unitPage = unitSummary.extend({
  ogeCode: z.string().nullable(),
  egeCode: z.string().nullable(),
  validFrom: localDate.nullable(),
  validTo: localDate.nullable(),
  /** False above the reader's own unit: then only the name and the way up are told. */
  inReach: z.boolean(),
  /** From the root down to the parent, as far as the reader may see. */
  wayUp: z.array(unitLink),
  /** Direct children that are there today, by kind. */
  children: z.array(z.object({ kind: unitKind, count: z.number().int() })),
  /** Everything below that is there today: schools of a region, classes of a municipality. */
  below: z.array(z.object({ kind: unitKind, count: z.number().int() })),
  /** Other spellings of the login. */
  logins: z.array(z.string()),
  formerNames: z.array(z.object({ name: z.string(), until: localDate.nullable() })),
  /** Where its work goes on; null when there is none or it lies outside what the reader may see. */
  successor: unitLink.nullable(),
  /** Units that were merged into this one. */
  predecessors: z.array(unitLink),
  /** School years for which classes are known, the latest first. */
  schoolYears: z.array(z.number().int()),
})

/** An empty text is no text. */
const optionalText = z
  .string()
  .trim()
  .max(200)
  .nullable()
  .transform(text => text || null)
export const unitName = z.string().trim().min(1).max(500)
export const reason = z.string().trim().max(500).optional()
/** Lists of tags are written with semicolons and commas between them. */
export const tag = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^;,]*$/)
export const version = rowId
export const letter = z.string().trim().max(10)
export const grade = z.number().int().min(1).max(12)
/** The year in which a school year begins: 2025 is 2025/26. */
export const schoolYear = z.number().int().min(1990).max(2100)

/** Fields of a unit that are corrected in place. The name has its own act, because former names are kept. */
export const unitFields = z
  .object({
    shortName: optionalText,
    code: optionalText,
    login: optionalText,
    schoolKind: optionalText,
    locality: optionalText,
    ogeCode: optionalText,
    egeCode: optionalText,
    tags: z.array(tag).max(30),
    validFrom: chosenDate.nullable(),
  })
  .partial()

export const unitFilters = z.object({
  q: z.string().trim().max(200).optional(),
  kind: unitKind.exclude(['region']).optional(),
  /** Only this unit and what lies below it. */
  under: rowIdInUrl.optional(),
  schoolKind: z.string().max(200).optional(),
  locality: z.string().max(200).optional(),
  tag: z.string().max(60).optional(),
  /** `present` (there on the day), `gone` (closed or merged), `future`, `all`; `present` by default. */
  state: z.enum(['present', 'gone', 'future', 'all']).optional(),
  schoolYear: z.coerce.number().pipe(schoolYear).optional(),
  grade: z.coerce.number().pipe(grade).optional(),
})

export const listQuery = unitFilters.extend({
  /** A minus turns the order round: '-name'. */
  sort: z.enum(['name', '-name', 'login', '-login', 'code', '-code', 'validTo', '-validTo']).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

export const problemInWords = z.object({
  code: z.string(),
  text: z.string(),
  advice: z.string(),
  place: z
    .object({
      file: z.string(),
      sheet: z.string(),
      entry: z.number(),
      row: z.number(),
      column: z.string(),
      value: z.string(),
    })
    .partial()
    .optional(),
})

const fieldChange = z.object({
  field: z.string(),
  /** Name of the field and its values, worded. */
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

const importedUnit = z.object({
  unitId: z.number().int().nullable(),
  kind: unitKind,
  name: z.string(),
  login: z.string().nullable(),
  code: z.string().nullable(),
  municipality: z.string().nullable(),
  /** Row of the file; null for what the file does not have. */
  row: z.number().int().nullable(),
})

export const importSummary = z.object({
  id: z.number().int(),
  file: z.string(),
  sha256: z.string(),
  state: z.enum(['checked', 'committed', 'undone']),
  checkedBy: z.string().nullable(),
  checkedAt: z.string(),
  committedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  rows: z.number().int(),
  problems: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  missing: z.number().int(),
  unchanged: z.number().int(),
})

export const importDetails = importSummary.extend({
  problemList: z.array(problemInWords),
  /** Things worth a look that do not stop the import: a column nobody knows, a new municipality. */
  remarks: z.array(problemInWords),
  addedUnits: z.array(importedUnit),
  changedUnits: z.array(importedUnit.extend({ changes: z.array(fieldChange) })),
  /** Schools that are there today and not in the file. */
  missingUnits: z.array(importedUnit),
  /** An import of the very same file that stands committed. */
  sameFileAs: z.object({ id: z.number().int(), committedAt: z.string() }).nullable(),
})
