import type { MeasuresOfUnit } from '../plans/index.ts'
import type {
  RunRecord,
  RunSummary,
  SchoolRow,
  SchoolSetRow,
  ScreenedSet,
  TerritoryIndex,
} from '../screening/index.ts'

/** Whose eyes a portrait is for: decides which small cells are kept back. */
export const AUDIENCES = ['school', 'territory', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

export type PortraitLevel = 'school' | 'municipality' | 'region'

/** Parts of a portrait, in their order; each can be switched off by the template. */
export const SECTIONS = [
  'header',
  'areas',
  'results',
  'schools',
  'distribution',
  'tasks',
  'marks',
  'signals',
  'conduct',
  'measures',
  'notes',
] as const
export type SectionId = (typeof SECTIONS)[number]

/** A school of a run as portraits need it: the rows that the run keeps, and what the territory knows. */
export interface PortraitSchool {
  readonly school: SchoolRow
  readonly locality: string | null
  /** Municipality as the run names it; null for a school that the registry did not know. */
  readonly municipality: string | null
  readonly rows: readonly SchoolSetRow[]
  readonly signs: readonly PortraitSign[]
  /** What the imported federal list says, by year; empty where no list was imported or it does not name the school. */
  readonly federal: readonly { readonly year: number; readonly markers: readonly string[] }[]
  /** Of its own plans; null where nobody knows of plans: in the command. */
  readonly measures: UnitMeasures | null
}

export type UnitMeasures = Pick<MeasuresOfUnit, 'states' | 'addressed'>

/** A sign of non-objectivity with the state of its reply: neither ever stands without the other. */
export interface PortraitSign {
  /** Index of the set in PortraitRun.sets; null for the degree over all sets. */
  readonly position: number | null
  /** `official`: the method of 2019; `own`: our own channels. */
  readonly source: 'official' | 'own'
  /** The finding in a sentence, worded for the locale. */
  readonly text: string
  readonly n: number | null
  /** State of the reply in words, e.g. «ждём до 15 июня 2021 г.», «снято после пояснения». */
  readonly reply: string
  /** Where the passport stands; null in the command. */
  readonly signal: number | null
}

/** A frozen run, loaded whole: every portrait of it is computed from this value and from nothing else. */
export interface PortraitRun {
  readonly record: RunRecord
  readonly summary: RunSummary
  readonly region: string
  readonly sets: readonly ScreenedSet[]
  readonly schools: readonly PortraitSchool[]
  readonly index: readonly TerritoryIndex[]
  /** Measures of the own plans of municipalities, by name, and of the region, by ''; null in the command. */
  readonly territories: ReadonlyMap<string, UnitMeasures> | null
}

/** What a portrait is asked for. */
export interface PortraitRequest {
  readonly level: PortraitLevel
  /** Login of a school, name of a municipality; ignored for the region. */
  readonly unit: string
  readonly audience: Audience
  /** Version of the template, e.g. «1», and the sections that it switches off. */
  readonly template: { readonly version: string; readonly off: readonly SectionId[] }
  /** «Только значимое»: quiet sentences are left out. */
  readonly notableOnly: boolean
  /** Local date that stands on the portrait, YYYY-MM-DD. */
  readonly date: string
  /** Local date as of which replies and the federal list are told: of a sent portrait another than its own; null in the command. */
  readonly repliesOn: string | null
}
