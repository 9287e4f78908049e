import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { FieldRow, SelectField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { say } from '../../../web/messages/say.ts'
import { versionChoices } from './other-assessment.tsx'

const GRADES = Array.from({ length: 11 }, (_, index) => String(index + 1))

/** Which paper is to be described; its content is asked for on the next page, where a known one is corrected. */
export function NewSpecificationPage() {
  const navigate = useNavigate()
  const form = useForm({
    initial: {
      procedure: 'ВПР',
      year: String(new Date().getFullYear()),
      grade: '5',
      subject: '',
      paperVersion: '',
    },
    check: ({ procedure, year, subject }) => ({
      ...(procedure.trim() ? {} : { procedure: say('campaign.procedure-missing') }),
      ...(/^20\d{2}$/.test(year.trim()) ? {} : { year: say('specification.year-missing') }),
      ...(subject.trim() ? {} : { subject: say('assessments.subject-missing') }),
    }),
    send: ({ procedure, year, grade, subject, paperVersion }) =>
      navigate({
        to: '/specifications/$id/edit',
        params: {
          id: [
            procedure.trim(),
            year.trim(),
            grade,
            subject.trim(),
            ...(paperVersion ? [paperVersion] : []),
          ].join('.'),
        },
      }),
  })
  const labels = {
    procedure: say('specifications.procedure'),
    year: say('specifications.year'),
    grade: say('specifications.grade'),
    subject: say('specifications.subject'),
  }
  return (
    <>
      <PageHeader
        title={say('specification.new-title')}
        meaning={say('specifications.meaning')}
        crumbs={[{ label: say('specifications.title'), link: { to: '/specifications' } }]}
      />
      <FormPage
        form={form}
        labels={labels}
        buttons={
          <>
            <Button type="submit">{say('action.continue')}</Button>
            <Link to="/specifications">{say('action.cancel')}</Link>
          </>
        }
      >
        <FieldRow>
          <TextField form={form} name="procedure" label={labels.procedure} />
          <TextField form={form} name="year" label={labels.year} inputMode="numeric" />
        </FieldRow>
        <TextField form={form} name="subject" label={labels.subject} />
        <FieldRow>
          <SelectField
            form={form}
            name="grade"
            label={labels.grade}
            choices={GRADES.map(value => ({ value, label: value }))}
          />
          <SelectField
            form={form}
            name="paperVersion"
            label={say('assessments.paper-version')}
            choices={versionChoices()}
          />
        </FieldRow>
      </FormPage>
    </>
  )
}
