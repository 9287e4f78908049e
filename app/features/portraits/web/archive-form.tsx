import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { CheckField, FieldSet, SelectField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { FORMATS } from '../formats.ts'

const LEVELS = ['school', 'municipality', 'region'] as const
const MOST_RUNS = 100

/** What to make: of which analysis, whose portraits, in which forms. */
export function ArchiveForm() {
  const client = useQueryClient()
  const [search] = useUrlSearch()
  const runs = useAnswer('GET /api/runs', { query: { state: 'done', limit: MOST_RUNS } })
  const known = runs.data?.items ?? []
  const form = useForm({
    initial: {
      run: search.run ?? '',
      ...{ school: true, municipality: true, region: true },
      ...{ pdf: true, docx: false, xlsx: false, html: false },
    },
    check: values => ({
      ...(known.length === 0 ? { run: say('portraits.no-runs') } : {}),
      ...(LEVELS.some(level => values[level]) ? {} : { school: say('portraits.level-missing') }),
      ...(FORMATS.some(format => values[format]) ? {} : { pdf: say('portraits.format-missing') }),
    }),
    send: async values => {
      await api('POST /api/portraits/archives', {
        body: {
          run: Number(values.run || known[0].id),
          levels: LEVELS.filter(level => values[level]),
          formats: FORMATS.filter(format => values[format]),
        },
      })
      await client.invalidateQueries()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{
        run: say('portraits.run'),
        school: say('portraits.level'),
        pdf: say('portraits.formats'),
      }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('portraits.archive-make')}
        </Button>
      }
    >
      <SelectField
        form={form}
        name="run"
        label={say('portraits.run')}
        choices={known.map(({ id, title, publishedAt }) => ({
          value: String(id),
          label: publishedAt ? title : say('portraits.run-draft', { title }),
        }))}
      />
      <FieldSet legend={say('portraits.level')}>
        {LEVELS.map(level => (
          <CheckField key={level} form={form} name={level} label={say(`portraits.level.${level}`)} />
        ))}
      </FieldSet>
      <FieldSet legend={say('portraits.formats')}>
        {FORMATS.map(format => (
          <CheckField key={format} form={form} name={format} label={say(`portraits.format.${format}`)} />
        ))}
      </FieldSet>
    </FormPage>
  )
}
