import { createPeople, type Role } from '../../app/features/accounts/index.ts'
import { PASSWORD, type World } from '../world/start-world.ts'

/** Roles that the forms give at the region alone, where nothing is foreign. */
const OF_REGION = ['ministry', 'analyst', 'institute'] as const

/**
 * Somebody in each of the ten roles whose reach ends with the west. Three of the roles no form gives below the region:
 * planted here they show that the database, not the form, keeps the east from them.
 */
export async function everyRoleOfTheWest(world: World): Promise<Readonly<Record<Role, string>>> {
  const { database, units, cookies, westAdministrator } = world
  await createPeople(
    database,
    OF_REGION.map(role => ({
      name: `Сотрудник ${role}`,
      email: `there-${role}@example.org`,
      password: PASSWORD,
      grants: [{ role, unitId: units.west }],
    })),
  )
  const [ministry, analyst, institute] = await Promise.all(
    OF_REGION.map(async role => {
      const answer = await world.send('POST', '/api/sign-in', null, {
        email: `there-${role}@example.org`,
        password: PASSWORD,
      })
      if (answer.status !== 200) throw new Error(await answer.text())
      const lines = answer.headers.getSetCookie()
      return lines.map(line => line.split(';')[0]).join('; ')
    }),
  )
  return { ...cookies, administrator: westAdministrator, ministry, analyst, institute }
}
