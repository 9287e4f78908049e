import { TaskCode } from '@objektiv/forensics'
import { addPoints, clearWork } from './edit-work.ts'
import { classRuns, type Roster } from './make-roster.ts'
import { createRandom } from './random.ts'
import { answerClass, buildTaskModel, createScratch, toGrid } from './task-model.ts'
import type { DemoPaper, DemoSchool, DemoWorks } from './types.ts'

/** Spread of pupils' ability in logits; it gives the reliability of real papers (alpha ≈ 0.7 and 0.8). */
export const ABILITY_SD: Readonly<Record<string, number>> = { 'Русский язык': 1.2, Математика: 1.1 }

/** School × subject × year and class × subject, in units of the spread of pupils. */
const SUBJECT_SD = 0.12
const CLASS_SD = 0.15
/** Share of a pupil's standing in the school that subjects have in common (as a correlation). */
const GENERAL = 0.8

const ABSENT_SHARE = 0.07

/**
 * Chance that a work 1, 2, 3 points below the first score of mark 3, 4, 5 is given the points. Bunching is strong
 * at «3» in every real region, weaker at «4» and hardly seen at «5»: people round up in favour of the child.
 */
const ROUNDING_UP = [
  [0.7, 0.45, 0.2],
  [0.4, 0.15, 0],
  [0.12, 0, 0],
]

/** Topics that some classes had not reached yet, with the share of classes. */
const NOT_TAUGHT: readonly { grade: number; subject: string; task: number; share: number }[] = [
  { grade: 5, subject: 'Математика', task: 2, share: 0.07 },
  { grade: 5, subject: 'Математика', task: 3, share: 0.1 },
  { grade: 5, subject: 'Математика', task: 8, share: 0.3 },
  { grade: 5, subject: 'Русский язык', task: 6, share: 0.02 },
]

/** Correlation of a journal mark with what the paper measures, its own scatter, and cuts to 2…5. */
const JOURNAL_WEIGHT = 0.8
const JOURNAL_LENIENCY_SD = 0.3
const JOURNAL_CUTS = [-2.2, -0.35, 1.0]
const NO_JOURNAL_MARK = 0.0004

/**
 * The works of one set as honest people would hand them in: answers, marking, journal marks, absent pupils. Every
 * purpose draws from a stream of its own.
 */
export function makeWorks(
  seed: number,
  set: string,
  paper: DemoPaper,
  roster: Roster,
  schools: readonly DemoSchool[],
): DemoWorks {
  const spread = ABILITY_SD[paper.subject]
  const standing = makeStanding(seed, set, roster, schools.length)
  const maxima = paper.tasks.map(task => task.max)
  const works: DemoWorks = {
    count: roster.count,
    school: roster.school,
    class: roster.class,
    pupil: roster.pupil,
    gender: roster.gender,
    variant: new Uint8Array(roster.count),
    total: new Uint16Array(roster.count),
    journal: new Uint8Array(roster.count),
    scores: maxima.map(() => new Uint8Array(roster.count)),
  }

  const answers = createRandom(seed, `answers ${set}`)
  const model = buildTaskModel(maxima, paper.shares, spread)
  const scratch = createScratch()
  for (const { from, to } of classRuns(roster.class)) {
    const ability = Int16Array.from(standing.subarray(from, to), value => toGrid(spread * value))
    answerClass(model, ability, to - from, answers, works.scores, works.total, from, scratch)
  }

  leaveOutTopics(seed, set, paper, works)
  roundUp(seed, set, paper, works, schools)
  leaveBlanks(seed, set, paper, works)
  giveJournalMarks(seed, set, works, standing, schools.length)
  takeAbsent(seed, set, works)
  return works
}

/** How each pupil stands in this subject and year, in standard deviations of the region's pupils. */
export function makeStanding(seed: number, set: string, roster: Roster, schoolCount: number): Float64Array {
  const groups = createRandom(seed, `groups ${set}`)
  const pupils = createRandom(seed, `standing ${set}`)
  const ofSchool = Float64Array.from({ length: schoolCount }, () => SUBJECT_SD * groups.normal())
  const ofClass = Float64Array.from(roster.classes, () => CLASS_SD * groups.normal())
  const within = Math.sqrt(1 - 0.12)
  const particular = Math.sqrt(1 - GENERAL ** 2)
  return roster.general.map((general, row) => {
    const school = roster.school[row]
    const pupil = within * (GENERAL * general + particular * pupils.normal())
    return roster.schoolEffect[school] + ofSchool[school] + ofClass[roster.class[row]] + pupil
  })
}

function leaveOutTopics(seed: number, set: string, paper: DemoPaper, works: DemoWorks): void {
  const random = createRandom(seed, `topics ${set}`)
  const topics = NOT_TAUGHT.filter(topic => topic.grade === paper.grade && topic.subject === paper.subject)
  for (const { task, share } of topics) {
    const column = works.scores[task - 1]
    for (const { from, to } of classRuns(works.class)) {
      if (random.uniform() >= share) continue
      for (let row = from; row < to; row++) {
        works.total[row] -= column[row]
        column[row] = TaskCode.notTaught
      }
    }
  }
}

/** Schools round up more or less readily; where marking is done outside the school, hardly at all. */
function roundUp(
  seed: number,
  set: string,
  paper: DemoPaper,
  works: DemoWorks,
  schools: readonly DemoSchool[],
): void {
  const random = createRandom(seed, `rounding ${set}`)
  const readiness = schools.map(({ controlled }) => {
    const own = 0.75 + 0.5 * random.uniform()
    return controlled ? 0.1 : own
  })
  const maxima = paper.tasks.map(task => task.max)
  for (let row = 0; row < works.count; row++) {
    for (let mark = 0; mark < ROUNDING_UP.length; mark++) {
      const below = paper.boundaries[mark] - works.total[row]
      if (below < 1 || below > ROUNDING_UP[mark].length) continue
      const chance = ROUNDING_UP[mark][below - 1] * readiness[works.school[row]]
      if (random.uniform() < chance) addPoints(works, row, below, maxima, random)
      break
    }
  }
}

/** «X» in place of a zero, the more often the harder the task. */
function leaveBlanks(seed: number, set: string, paper: DemoPaper, works: DemoWorks): void {
  const random = createRandom(seed, `blanks ${set}`)
  paper.shares.forEach((share, task) => {
    const chance = 0.45 * (1 - share) ** 1.8
    const column = works.scores[task]
    for (let row = 0; row < works.count; row++)
      if (column[row] === 0 && random.uniform() < chance) column[row] = TaskCode.notAttempted
  })
}

function giveJournalMarks(
  seed: number,
  set: string,
  works: DemoWorks,
  standing: Float64Array,
  schoolCount: number,
): void {
  const random = createRandom(seed, `journal ${set}`)
  const leniency = Float64Array.from({ length: schoolCount }, () => JOURNAL_LENIENCY_SD * random.normal())
  const scatter = Math.sqrt(1 - JOURNAL_WEIGHT ** 2)
  for (let row = 0; row < works.count; row++) {
    const seen = JOURNAL_WEIGHT * standing[row] + scatter * random.normal() + leniency[works.school[row]]
    const mark = 2 + JOURNAL_CUTS.filter(cut => seen >= cut).length
    works.journal[row] = random.uniform() < NO_JOURNAL_MARK ? 0 : mark
  }
}

function takeAbsent(seed: number, set: string, works: DemoWorks): void {
  const random = createRandom(seed, `absent ${set}`)
  for (let row = 0; row < works.count; row++) {
    works.variant[row] = 1 + (works.pupil[row] % 2)
    if (random.uniform() < ABSENT_SHARE) clearWork(works, row)
  }
}
