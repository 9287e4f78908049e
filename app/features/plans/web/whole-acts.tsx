import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { CaseForm } from './case-form.tsx'
import { CommentForm } from './comment-form.tsx'
import { EditMeasureForm } from './edit-measure-form.tsx'
import style from './measure-acts.module.css'
import type { Measure } from './measure-page.tsx'
import { RemoveForm } from './remove-form.tsx'

const ORDER = ['add-case', 'comment', 'edit', 'remove'] as const

/** What may be done with the measure as a whole. */
export function WholeActs({ measure }: { measure: Measure }) {
  const acts = ORDER.filter(act => measure.acts.includes(act))
  if (acts.length === 0) return null
  return (
    <Section title={say('measure.acts')}>
      <div className={`${style.acts} no-print`} style={{ background: 'var(--card)' }}>
        {acts.map(act => (
          <details key={act} name="measure-acts">
            <summary>{say(`measure.act.${act}`)}</summary>
            {act === 'add-case' && <CaseForm measure={measure} />}
            {act === 'comment' && <CommentForm measure={measure} />}
            {act === 'edit' && <EditMeasureForm measure={measure} />}
            {act === 'remove' && <RemoveForm measure={measure} />}
          </details>
        ))}
      </div>
    </Section>
  )
}
