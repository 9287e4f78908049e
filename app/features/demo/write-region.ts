import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { examCodesOfSchool } from './exam-codes.ts'
import { generateExams } from './generate-exams.ts'
import type { ProtocolSheet } from './layout.ts'
import { layOut2021 } from './layout-2021.ts'
import { layOut2022 } from './layout-2022.ts'
import { layOutExams } from './layout-exams.ts'
import { loginOf } from './login.ts'
import type { DemoFiles, DemoRegion } from './types.ts'

const REGISTRY_HEADERS = [
  'Логин ОО',
  'Наименование ОО',
  'Код муниципалитета',
  'Муниципалитет',
  'Вид ОО',
  'Тип населённого пункта',
  'Коррекционная',
  'Контроль объективности',
  'Код ОГЭ',
  'Код ЕГЭ',
]

/**
 * Writes the region as the files an authority would have: one protocol a set, the registry of schools, the
 * specifications of 2022 (a new year has none bundled), and `truth.json`, which an authority never has. The folder
 * is made; files of an earlier region in it are overwritten.
 */
export async function writeRegion(region: DemoRegion, folder: string): Promise<DemoFiles> {
  await mkdir(folder, { recursive: true })
  const protocols: string[] = []
  for (const set of region.sets) {
    const path = join(folder, `${set.year} ${set.subject}, ${set.grade} класс.xlsx`)
    await writeSheets(path, set.year < 2022 ? layOut2021(region, set) : layOut2022(region, set))
    protocols.push(path)
  }
  const registry = join(folder, 'school-registry.xlsx')
  await writeSheets(registry, [registrySheet(region)])
  const specifications = join(folder, 'scales-2022.json')
  await writeFile(specifications, `${JSON.stringify(scalesOf(region, 2022), null, 2)}\n`)
  const truth = join(folder, 'truth.json')
  await writeFile(truth, `${JSON.stringify(region.truth, null, 2)}\n`)
  return { protocols, registry, specifications, truth }
}

/**
 * Writes ОГЭ and ЕГЭ of the region's leavers: one workbook an examination, as the regional centre has them, with
 * invented names. Returns their paths.
 */
export async function writeExams(region: DemoRegion, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const paths: string[] = []
  for (const [exam, subjects] of Map.groupBy(generateExams(region), ({ paper }) => paper.exam)) {
    const path = join(folder, `Протоколы ${exam} 2022.xlsx`)
    await writeSheets(path, [layOutExams(subjects, region.seed)])
    paths.push(path)
  }
  return paths
}

async function writeSheets(path: string, sheets: readonly ProtocolSheet[]): Promise<void> {
  await writeWorkbook(
    path,
    sheets.map(({ name, headers, rows }) => ({
      name,
      columns: headers.map(header => ({ header })),
      rows,
      selected: rows.length,
    })),
  )
}

function registrySheet({ schools, municipalities }: DemoRegion): ProtocolSheet {
  const rows = schools.map((school, index) => [
    loginOf(school, 2021),
    school.name,
    municipalities[school.municipality].code,
    municipalities[school.municipality].name,
    school.kind,
    school.locality,
    'нет',
    school.controlled ? 'да' : 'нет',
    examCodesOfSchool(index).oge,
    examCodesOfSchool(index).ege,
  ])
  return { name: 'ОО', headers: REGISTRY_HEADERS, rows }
}

/** The papers of one year in the form of a specification file that `screen --specifications` takes. */
function scalesOf({ sets }: DemoRegion, year: number) {
  return sets
    .filter(set => set.year === year)
    .map(({ grade, subject, paper: { maxPrimary, bands, tasks } }) => {
      return { year, grade, subject, max_primary: maxPrimary, bands, tasks }
    })
}
