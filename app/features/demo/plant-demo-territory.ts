import type { Database } from '../../platform/database/index.ts'
import { plantTerritory } from '../territory/index.ts'
import { examCodesOfSchool } from './exam-codes.ts'
import { loginOf } from './login.ts'
import type { DemoRegion } from './types.ts'

/** Planted in the name of the system, at the root. */
const ROOT = { accountId: 'system:demo', role: 'administrator', grantId: null, unitPath: '1.' }

/**
 * Puts the demo region into a database: its municipalities, schools (today's login and the one of 2021) and the
 * classes of its sets. Answers false, changing nothing, where a territory stands already.
 */
export async function plantDemoTerritory(database: Database, region: DemoRegion): Promise<boolean> {
  return database.as(ROOT, tx =>
    plantTerritory(tx, {
      name: region.name,
      municipalities: region.municipalities,
      schools: region.schools.map((school, index) => ({
        name: school.name,
        login: loginOf(school, 2022),
        otherLogins: [loginOf(school, 2021)],
        municipality: school.municipality,
        kind: school.kind,
        locality: school.locality,
        controlled: school.controlled,
        ogeCode: examCodesOfSchool(index).oge,
        egeCode: examCodesOfSchool(index).ege,
      })),
      // A set of spring 2021 was written in the school year 2020/21.
      classes: region.sets.flatMap(({ year, grade, classes }) =>
        classes.map(({ school, letter }) => ({ school, letter, grade, schoolYear: year - 1 })),
      ),
    }),
  )
}
