/**
 * Recommendations for schools of 2026 on reading the results of ВПР. Second-hand: quoted by others, the document itself was not
 * at hand, so a portrait calls them a recommendation and never a norm. One definition for tables, sentences and notes.
 */
export const RECOMMENDATIONS_2026 = {
  year: 2026,
  /** Shares of the possible points of a task: enough from …, insufficient below …; between them: look closer. */
  base: { enough: 0.6, insufficient: 0.57 },
  advanced: { enough: 0.3, insufficient: 0.285 },
  /** The share of «2» grew by so much: look into it. */
  twosUp: 0.1,
  /** Marks of the work and of the journal that are so far apart: look into each. */
  farMarks: 2,
  /** Works from which a distribution tells something, and from which it does so roughly. */
  distribution: { informative: 50, approximate: 20 },
} as const

const HAIR = 1e-9

/** Levels as specifications write them: базовый, повышенный, высокий. */
const LEVELS: Readonly<Record<string, 'base' | 'advanced'>> = { Б: 'base', П: 'advanced', В: 'advanced' }

export type TaskLevel = 'base' | 'advanced'
export type TaskState = 'enough' | 'between' | 'insufficient'

/** Which thresholds are meant for a task; null where its level is not known. */
export function levelOfTask(level: string | null): TaskLevel | null {
  return level === null ? null : (LEVELS[level] ?? null)
}

/** How a task was done by the recommendation; null where its level is not known. */
export function stateOfTask(level: string | null, share: number): TaskState | null {
  const of = levelOfTask(level)
  if (of === null) return null
  const { enough, insufficient } = RECOMMENDATIONS_2026[of]
  // A share that was added up from others may be a hair under the threshold it stands on.
  return share >= enough - HAIR ? 'enough' : share < insufficient - HAIR ? 'insufficient' : 'between'
}
