import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { SelectField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { schoolYearWords, type UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { schoolYearOf } from '../rules.ts'
import { readClassList } from './class-list.ts'
import { crumbsOf } from './crumbs-of.ts'
import { today } from './unit-act.ts'

/** Classes of a school for one school year, entered as a list. */
export function NewClassesPage() {
  const { id } = useParams({ from: '/signed-in/units/$id/classes' })
  const school = useAnswer('GET /api/units/:id', { params: { id } }, { ofPage: true })
  return (
    <>
      <PageHeader
        title={school.data && say('classes.title')}
        meaning={say('classes.meaning')}
        crumbs={crumbsOf(school.data, { itself: true })}
      />
      <QueryView query={school} height={360}>
        {given => <ClassesForm school={given} />}
      </QueryView>
    </>
  )
}

function ClassesForm({ school }: { school: UnitPage }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const current = schoolYearOf(today())
  const form = useForm({
    initial: { schoolYear: String(current), list: '' },
    check: ({ list }) => {
      const { classes, wrong } = readClassList(list)
      if (wrong.length > 0) return { list: say('classes.wrong', { wrong: wrong.join(', ') }) }
      return classes.length > 0 ? {} : { list: say('classes.missing') }
    },
    send: async ({ schoolYear, list }) => {
      await api('POST /api/units/:id/classes', {
        params: { id: school.id },
        body: { schoolYear: Number(schoolYear), classes: readClassList(list).classes },
      })
      await client.invalidateQueries()
      await navigate({
        to: '/units/$id',
        params: { id: String(school.id) },
        search: { period: schoolYear } as never,
      })
    },
  })
  const { classes } = readClassList(form.values.list)
  return (
    <FormPage
      form={form}
      labels={{ schoolYear: say('context.period'), list: say('classes.list') }}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('classes.act', { count: classes.length })}
          </Button>
          <Link to="/units/$id" params={{ id: String(school.id) }}>
            {say('action.cancel')}
          </Link>
        </>
      }
    >
      <SelectField
        form={form}
        name="schoolYear"
        label={say('context.period')}
        choices={[1, 0, -1, -2, -3, -4].map(later => ({
          value: String(current + later),
          label: schoolYearWords(current + later),
        }))}
      />
      <Textarea
        id={form.idOf('list')}
        label={say('classes.list')}
        description={say('classes.hint')}
        error={form.errors.list}
        rows={5}
        value={form.values.list}
        onChange={event => form.set('list', event.currentTarget.value)}
      />
    </FormPage>
  )
}
