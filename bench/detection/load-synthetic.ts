import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { GroupedWorks } from '../../packages/forensics/src/channels/prepare-works.ts'
import { TaskCode } from '../../packages/forensics/src/works.ts'

/** What was done to the classes of a synthetic set; never an input of a channel. */
export interface SyntheticTruth {
  /** Per class (group): `none`, or the kind of manipulation. */
  readonly kindOfClass: readonly string[]
  /** Per work (in the order of the input): 1 where its scores were changed. */
  readonly changed: Uint8Array
  readonly honestTotal: Uint16Array
  /** Tasks (by index) known beforehand in the classes with a leak. */
  readonly leaked: readonly number[]
}

export interface SyntheticSet {
  readonly name: string
  /** Groups are classes. */
  readonly works: GroupedWorks
  readonly truth: SyntheticTruth
}

interface Description {
  readonly max: readonly number[]
  readonly cuts: readonly number[]
  readonly leakset: readonly number[]
  readonly open: readonly number[]
  readonly N: number
  readonly classes: number
  readonly schools: number
}

/**
 * Reads one synthetic set (`<name>.csv.gz` with `<name>.json`, see the README of ../shared/evaluation) and parts what
 * an authority would have from what only the generator knows. An omitted task («om») is «not attempted», as «X» is in
 * a protocol. Null where the files are absent.
 */
export async function loadSynthetic(folder: string, name: string): Promise<SyntheticSet | null> {
  const table = `${folder}/${name}.csv.gz`
  if (!existsSync(table)) return null
  const shape: Description = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
  const count = shape.N
  const school = new Int32Array(count)
  const group = new Int32Array(count)
  const total = new Uint16Array(count)
  const journal = new Uint8Array(count)
  const scores = shape.max.map(() => new Uint8Array(count))
  const changed = new Uint8Array(count)
  const honestTotal = new Uint16Array(count)
  const kindOfClass = new Array<string>(shape.classes).fill('none')

  let at: ReturnType<typeof placesOf> | null = null
  let row = 0
  const lines = createInterface({ input: createReadStream(table).pipe(createGunzip()) })
  for await (const line of lines) {
    const cells = line.split(',')
    if (at === null) {
      at = placesOf(cells, shape.max.length)
      continue
    }
    // Schools and classes are numbered from 1.
    school[row] = Number(cells[at.school]) - 1
    group[row] = Number(cells[at.class]) - 1
    total[row] = Number(cells[at.score])
    journal[row] = Number(cells[at.journal])
    for (let j = 0; j < scores.length; j++) {
      scores[j][row] = cells[at.omitted[j]] === '1' ? TaskCode.notAttempted : Number(cells[at.points[j]])
    }
    changed[row] = Number(cells[at.cheat])
    honestTotal[row] = Number(cells[at.honest])
    kindOfClass[group[row]] = cells[at.kind]
    row++
  }
  if (row !== count) throw new Error(`${table}: ${row} rows, ${count} were announced`)

  const taskMaxima = Uint8Array.from(shape.max)
  const works: GroupedWorks = {
    count,
    school,
    group,
    total,
    journal,
    scores,
    schoolCount: shape.schools,
    groupCount: shape.classes,
    maxScore: shape.max.reduce((sum, points) => sum + points, 0),
    taskMaxima,
    boundaries: [shape.cuts[1], shape.cuts[2], shape.cuts[3]],
    openTasks: shape.open.map(task => task - 1),
  }
  const leaked = shape.leakset.map(task => task - 1)
  return { name, works, truth: { kindOfClass, changed, honestTotal, leaked } }
}

function placesOf(head: readonly string[], tasks: number) {
  const place = (name: string) => {
    const at = head.indexOf(name)
    if (at < 0) throw new Error(`no column ${name}`)
    return at
  }
  return {
    school: place('school'),
    class: place('class'),
    journal: place('journal'),
    score: place('score'),
    cheat: place('cheat'),
    honest: place('honest_score'),
    kind: place('class_type'),
    points: Array.from({ length: tasks }, (_, j) => place(`x${j + 1}`)),
    omitted: Array.from({ length: tasks }, (_, j) => place(`om${j + 1}`)),
  }
}
