import { DISTRICTS, REGION_CODE, TOWNS, VILLAGE_PREFIXES, VILLAGES } from './names.ts'
import { createRandom, type Random } from './random.ts'
import type { DemoMunicipality, DemoSchool, SchoolKind } from './types.ts'

/** Share of schools that stand in towns; in a real region about a quarter. */
const TOWN_SHARE = 0.26
/** Of the town schools: the centre of the region has almost half. */
const TOWN_WEIGHTS = [0.44, 0.18, 0.15, 0.12, 0.11]
const CONTROLLED_SHARE = 0.05

/** The towns and districts of the region with codes like «reg98_m012». */
export function makeMunicipalities(): DemoMunicipality[] {
  return [...TOWNS.map(town => `городской округ ${town}`), ...DISTRICTS].map((name, i) => ({
    code: `reg${REGION_CODE}_m${String(i + 1).padStart(3, '0')}`,
    name,
  }))
}

/**
 * Schools with the sizes of a real region: most are villages with 3–15 pupils a grade, towns have several classes
 * of about 25, a few are large. About 7 % are gymnasiums and lyceums, 5 % write under observers.
 */
export function makeSchools(seed: number, count: number): DemoSchool[] {
  const random = createRandom(seed, 'schools')
  const inTowns = Math.round(count * TOWN_SHARE)
  const names = villageNames(random, count - inTowns)
  const numbers = TOWNS.map(() => 0)
  const digits = uniqueDigits(random, count)
  const controlled = new Set(
    random
      .shuffled(Array.from({ length: count }, (_, i) => i))
      .slice(0, Math.round(count * CONTROLLED_SHARE)),
  )
  const kinds = townKinds(random, inTowns)
  const schools: DemoSchool[] = []
  for (let i = 0; i < count; i++) {
    const common = { digits: digits[i], controlled: controlled.has(i) }
    if (i < inTowns) {
      const town = townOf(i, inTowns)
      const kind = kinds[i]
      numbers[town]++
      const title = kind[0].toUpperCase() + kind.slice(1)
      schools.push({
        ...common,
        name: `${title} № ${numbers[town]} г. ${TOWNS[town]}`,
        municipality: town,
        kind,
        locality: 'город',
        size: townSize(random, town),
      })
    } else {
      const kind = villageKind(random)
      schools.push({
        ...common,
        name: `${kind} с. ${names[i - inTowns]}`,
        municipality: TOWNS.length + ((i - inTowns) % DISTRICTS.length),
        kind,
        locality: 'село',
        size: villageSize(random, kind),
      })
    }
  }
  return schools
}

function townOf(index: number, inTowns: number): number {
  let upTo = 0
  for (let town = 0; town < TOWN_WEIGHTS.length; town++) {
    upTo += TOWN_WEIGHTS[town]
    if (index < Math.round(upTo * inTowns)) return town
  }
  return TOWN_WEIGHTS.length - 1
}

function townKinds(random: Random, inTowns: number): SchoolKind[] {
  const special = Math.max(1, Math.round(inTowns * 0.13))
  const kinds = Array.from({ length: inTowns }, (_, i): SchoolKind => {
    if (i < special) return 'гимназия'
    return i < 2 * special ? 'лицей' : 'СОШ'
  })
  return random.shuffled(kinds)
}

function villageKind(random: Random): SchoolKind {
  const u = random.uniform()
  if (u < 0.02) return 'НОШ'
  return u < 0.12 ? 'ООШ' : 'СОШ'
}

/** Two to six classes in the centre, one to four elsewhere. */
function townSize(random: Random, town: number): number {
  const size = (town === 0 ? 92 : 66) * Math.exp(0.4 * random.normal())
  return Math.round(Math.min(170, Math.max(18, size)))
}

/** Villages: a median of 11 pupils; every sixth school stands in a large village with one or two full classes. */
function villageSize(random: Random, kind: SchoolKind): number {
  const large = random.uniform() < 0.17 && kind === 'СОШ'
  const size = (large ? 36 : 10) * Math.exp((large ? 0.3 : 0.55) * random.normal())
  return Math.round(Math.min(60, Math.max(2, size)))
}

function villageNames(random: Random, count: number): string[] {
  const all = VILLAGE_PREFIXES.flatMap(prefix => VILLAGES.map(village => prefix + village))
  const names = random.shuffled(all)
  // Beyond 200 villages names repeat with a number, as they do on a map.
  return Array.from({ length: count }, (_, i) => {
    const round = Math.floor(i / names.length)
    return names[i % names.length] + (round === 0 ? '' : ` ${round + 1}-я`)
  })
}

function uniqueDigits(random: Random, count: number): string[] {
  const used = new Set<number>()
  while (used.size < count) used.add(random.integer(1000, 9999))
  return [...used].map(number => `${REGION_CODE}${number}`)
}
