import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { FieldRow, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { UnitField } from '../../../web/components/unit-field.tsx'
import type { ChosenUnit } from '../../../web/components/unit-finder.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { actingGrant, useMe } from '../../../web/shell/session.ts'
import { type UnitField as FieldName, fieldsFor, splitTags } from './unit-values.ts'

type Kind = 'municipality' | 'school'
type Values = Record<FieldName, string> & { name: string; parent: ChosenUnit | null }

/** One more school or municipality, where loading a whole registry would be too much. */
export function NewUnitPage() {
  const [search] = useUrlSearch()
  const kind: Kind = search.kind === 'municipality' ? 'municipality' : 'school'
  const own = actingGrant(useMe())?.unit.id
  const at = search.at ?? (own === undefined ? '' : String(own))
  const parent = useAnswer('GET /api/units/:id', { params: { id: at } }, { enabled: at !== '' })
  return (
    <>
      <PageHeader
        title={say(`new-unit.title.${kind}`)}
        meaning={say('new-unit.meaning')}
        crumbs={[{ label: say('units.title'), link: { to: '/units' } }]}
      />
      <QueryView query={parent} height={480}>
        {given => (
          <NewUnitForm
            key={`${kind} ${given.id}`}
            kind={kind}
            parent={given.kind === 'class' || given.kind === 'school' ? null : given}
          />
        )}
      </QueryView>
    </>
  )
}

function NewUnitForm({ kind, parent }: { kind: Kind; parent: ChosenUnit | null }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const names = fieldsFor(kind)
  const form = useForm<Values>({
    initial: { ...empty, name: '', parent },
    check: ({ name, parent }) => ({
      ...(name.trim() ? {} : { name: say('new-unit.name-missing') }),
      ...(parent ? {} : { parent: say('act.parent-missing') }),
    }),
    send: async ({ name, parent, ...fields }) => {
      const filled = names.filter(field => fields[field].trim())
      const made = await api('POST /api/units', {
        body: {
          kind,
          parentId: parent!.id,
          name,
          ...Object.fromEntries(
            filled.map(field => [field, field === 'tags' ? splitTags(fields.tags) : fields[field].trim()]),
          ),
        },
      })
      await client.invalidateQueries()
      await navigate({ to: '/units/$id', params: { id: String(made.id) } })
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ name: say('unit.name'), parent: say('new-unit.parent') }}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('new-unit.act')}
          </Button>
          <Link to="/units">{say('action.cancel')}</Link>
        </>
      }
    >
      <UnitField
        id={form.idOf('parent')}
        label={say('new-unit.parent')}
        error={form.errors.parent}
        kinds={kind === 'municipality' ? ['region'] : ['municipality', 'region']}
        chosen={form.values.parent}
        choose={unit => form.set('parent', unit)}
      />
      <TextField form={form} name="name" label={say('unit.name')} hint={say('new-unit.name-hint')} />
      <FieldRow>
        {names.map(name => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={say(`unit.field.${name}`)}
            hint={name === 'tags' ? say('unit.tags-hint') : undefined}
            type={name === 'validFrom' ? 'date' : 'text'}
          />
        ))}
      </FieldRow>
    </FormPage>
  )
}

const empty: Record<FieldName, string> = {
  shortName: '',
  login: '',
  code: '',
  schoolKind: '',
  locality: '',
  ogeCode: '',
  egeCode: '',
  tags: '',
  validFrom: '',
}
