import type { Answer } from '../../../web/client/contract-types.ts'
import { SelectField } from '../../../web/components/fields.tsx'
import type { FieldErrors, Form } from '../../../web/components/form.tsx'
import { UnitField } from '../../../web/components/unit-field.tsx'
import type { ChosenUnit } from '../../../web/components/unit-finder.tsx'
import { say } from '../../../web/messages/say.ts'
import { actingGrant, useMe } from '../../../web/shell/session.ts'

type Access = Answer<'GET /api/access'>

export interface RoleValues {
  role: string
  /** The unit itself, for its name; its id is what is sent. */
  unitId: ChosenUnit | null
}

export function checkRole({ role, unitId }: RoleValues): FieldErrors<RoleValues> {
  return {
    ...(role ? {} : { role: say('role.missing') }),
    ...(unitId ? {} : { unitId: say('role.where-missing') }),
  }
}

/** A role and the unit it is given at; only roles one may give, only units of a kind where the role makes sense. */
export function RoleFields<Values extends RoleValues>({
  form,
  access,
}: {
  form: Form<Values>
  access: Access
}) {
  const fields = form as unknown as Form<RoleValues>
  const own = actingGrant(useMe())?.unit
  const offered = access.roles.filter(({ role }) => access.mayGive.includes(role))
  const chosen = offered.find(({ role }) => role === fields.values.role)
  return (
    <>
      <SelectField
        form={fields}
        name="role"
        label={say('people.role')}
        hint={chosen?.about}
        choices={[
          { value: '', label: say('role.choose') },
          ...offered.map(({ role, name }) => ({ value: role, label: name })),
        ]}
      />
      <UnitField
        id={fields.idOf('unitId')}
        label={say('role.where')}
        hint={say('role.where-hint')}
        error={fields.errors.unitId}
        first={own ? [{ ...own, kind: own.kind as ChosenUnit['kind'] }] : []}
        kinds={chosen?.kinds as ChosenUnit['kind'][] | undefined}
        chosen={fields.values.unitId}
        choose={unit => fields.set('unitId', unit)}
      />
    </>
  )
}
