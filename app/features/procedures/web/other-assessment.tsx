import { Button } from '@mantine/core'
import { useState } from 'react'
import { FieldRow, SelectField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './add-assessments.module.css'
import type { Chosen } from './add-assessments-page.tsx'

const GRADES = Array.from({ length: 11 }, (_, index) => String(index + 1))

/** An assessment whose paper nobody has described yet: it joins those that are chosen. */
export function OtherAssessment({ year, add }: { year: number; add: (one: Chosen) => void }) {
  const [added, setAdded] = useState<readonly Chosen[]>([])
  const form = useForm({
    initial: { grade: '5', subject: '', paperVersion: '' },
    check: ({ subject }) => (subject.trim() ? {} : { subject: say('assessments.subject-missing') }),
    send: async ({ grade, subject, paperVersion }) => {
      const one: Chosen = {
        year,
        grade: Number(grade),
        subject: subject.trim(),
        paperVersion: (paperVersion || null) as Chosen['paperVersion'],
      }
      add(one)
      setAdded(before => [...before, one])
      form.set('subject', '')
    },
  })
  return (
    <Section title={say('assessments.other')} meaning={say('assessments.other-meaning')} card>
      {added.length > 0 && (
        <ul className={style.chosen} aria-live="polite">
          {added.map(one => (
            <li key={`${Object.values(one)}`}>
              {one.subject}, {say('assessments.of-grade', { grade: one.grade })}
              {one.paperVersion && `, ${one.paperVersion}`}
            </li>
          ))}
        </ul>
      )}
      <FormPage
        form={form}
        labels={{ subject: say('assessments.subject') }}
        buttons={
          <Button type="submit" variant="default">
            {say('assessments.note-other')}
          </Button>
        }
      >
        <FieldRow>
          <TextField form={form} name="subject" label={say('assessments.subject')} />
          <SelectField
            form={form}
            name="grade"
            label={say('assessments.grade')}
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
    </Section>
  )
}

/** Papers have a base and an advanced version since 2025, in two subjects. */
export function versionChoices() {
  return [
    { value: '', label: say('assessments.no-version') },
    { value: 'базовая', label: say('paper.version.base') },
    { value: 'углублённая', label: say('paper.version.advanced') },
  ]
}
