import type { Locale } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Detection } from './detection/types.ts'
import type { FoundSign } from './findings/signs-of-screening.ts'
import type { ScreenedMarker, ScreenedSchool, Screening } from './types.ts'

/** What of a screening its signs rest on: a small part of it, of which copies are cheap. */
export interface BehindSigns extends Pick<Screening, 'run' | 'sets'> {
  /** Marked ones. */
  readonly markers: readonly Pick<ScreenedMarker, 'school' | 'at'>[]
  /** Those of the signs. */
  readonly schools: readonly Pick<ScreenedSchool, 'school' | 'name' | 'kind' | 'locality' | 'distributions'>[]
  readonly detection: Pick<Detection, 'budget' | 'flagged' | 'expectedFalse'> | null
}

/** A run whose rows are being written in this very transaction. */
export interface FinishedRun {
  readonly runId: number
  readonly campaignId: number | null
  readonly screening: BehindSigns
  /** As `signsOf` tells them: the same for whoever counts them. */
  readonly signs: readonly FoundSign[]
  /** Unit of a school of the run by its login; the run's own unit for a school that the registry does not know. */
  unitOf(login: string): number
  /** Whether the registry knows the school: to nobody else can a question be put. */
  isKnown(login: string): boolean
}

/** How the reply to a sign of a run stands: no page and no sheet names the sign without it. */
export interface ReplyToSign {
  readonly signalId: number
  readonly unitId: number
  readonly source: 'official' | 'own'
  /** Of its set in the run; a sign of the whole school has that of its first finding. */
  readonly position: number
  readonly reply: string
  readonly state: 'open' | 'asked' | 'replied' | 'closed' | 'withdrawn' | 'superseded'
  readonly outcome: 'cleared' | 'confirmed' | 'insufficient' | null
  readonly overdueDays: number | null
}

export interface RepliesAsked {
  readonly runId: number
  readonly unitIds: readonly number[]
  readonly locale: Locale
  readonly clock: () => Date
  readonly timeZone?: string | undefined
}

/** Signs of a run that stand alike. */
export interface AlikeReplies {
  /** Ids of the units above their schools, the region first. */
  readonly above: readonly number[]
  readonly year: number
  readonly source: 'official' | 'own'
  /** «ждём пояснения». */
  readonly text: string
  readonly count: number
}

export interface RepliesCounted extends Omit<RepliesAsked, 'unitIds'> {
  /** Path of a unit: of the signs of its schools alone. */
  readonly path: string
}

/** What the room of signals does when a run ends, and when it is published. Given to this room, which does not know it. */
export interface SignalsOfRun {
  openSignals(tx: Tx, run: FinishedRun): Promise<void>
  publishSignals(tx: Tx, run: { readonly runId: number; readonly campaignId: number | null }): Promise<void>
  /** Of the signs of some schools that the reader has in reach. */
  repliesOf(tx: Tx, asked: RepliesAsked): Promise<ReplyToSign[]>
  /** How many signs of a territory stand how, in the order in which a sign goes its way. */
  countReplies(tx: Tx, asked: RepliesCounted): Promise<AlikeReplies[]>
}
