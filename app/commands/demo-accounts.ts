import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPeople, ROLES, type Role } from '../features/accounts/index.ts'
import { type DemoPlace, foundDemoRegion } from '../features/demo/index.ts'
import type { Database } from '../platform/database/index.ts'
import type { DataFolder } from '../platform/operation/index.ts'
import { ProblemError } from '../platform/problem.ts'

/** Somebody to try the demo region as. */
export interface DemoAccount {
  readonly email: string
  readonly role: Role
  /** Name of the unit where they act. */
  readonly unit: string
  readonly password: string
}

/** Names are invented; each is somebody of the demo region. */
const PEOPLE: Readonly<Record<Role, readonly [name: string, place: keyof DemoPlace]>> = {
  administrator: ['Админова Ада', 'region'],
  ministry: ['Краева Ольга', 'region'],
  analyst: ['Числов Пётр', 'region'],
  institute: ['Учебникова Вера', 'region'],
  municipality: ['Районов Глеб', 'municipality'],
  methodist: ['Советова Нина', 'municipality'],
  head: ['Школина Мария', 'school'],
  coordinator: ['Сборов Иван', 'school'],
  expert: ['Проверкин Лев', 'region'],
  observer: ['Наблюдаева Зоя', 'school'],
}

/**
 * The demo region and its people: made at the first start with a password of this installation alone, which is kept in
 * the demo folder and told at every start. There is no default password anywhere. Where people of real work are, nothing
 * is made (ProblemError `demo-in-earnest`).
 */
export async function openDemoAccounts(
  database: Database,
  folder: DataFolder,
): Promise<readonly DemoAccount[]> {
  const file = join(folder.root, 'demo-accounts.json')
  const { rows } = await database.ownerPool.query('select exists (select from person) as some')
  if (rows[0].some && !existsSync(file))
    throw new ProblemError({ code: 'demo-in-earnest', params: { folder: folder.root } })
  const place = await foundDemoRegion(database)
  // Written before the people are: a start that was cut off between the two goes on with the same password.
  if (!existsSync(file)) await writeFile(file, JSON.stringify(makeAccounts(place), null, 2), { mode: 0o600 })
  const accounts = JSON.parse(await readFile(file, 'utf8')) as DemoAccount[]
  if (rows[0].some) return accounts
  // A second factor for each of ten roles would be in the way of a first look.
  await database.asSystem('system:demo', tx =>
    tx.updateTable('setting').set({ value: '[]' }).where('id', '=', 'second-factor-roles').execute(),
  )
  await createPeople(
    database,
    accounts.map(({ email, role, password }) => {
      const [name, kind] = PEOPLE[role]
      return { name, email, password, grants: [{ role, unitId: place[kind].id }] }
    }),
  )
  return accounts
}

function makeAccounts(place: DemoPlace): DemoAccount[] {
  const password = makePassword()
  return ROLES.map(role => ({
    email: `${role}@demo.local`,
    role,
    unit: place[PEOPLE[role][1]].name,
    password,
  }))
}

/** Four syllable pairs and digits: easy to type from the terminal, 40 bits. */
function makePassword(): string {
  const syllable = () => 'bdfgklmnprstvz'[randomInt(14)] + 'aeiou'[randomInt(5)]
  const word = () => syllable() + syllable()
  return `${word()}-${word()}-${word()}-${randomInt(10, 100)}`
}
