import { Section } from '../../../web/components/section.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { CloseForm } from './close-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { MoveForm } from './move-form.tsx'
import { RenameForm } from './rename-form.tsx'
import { ReopenForm } from './reopen-form.tsx'
import style from './unit-acts.module.css'

/** Acts that change what a unit is; its history stays, and each can be taken back. */
export function UnitActs({ unit }: { unit: UnitPage }) {
  const standing = unit.validTo === null
  const acts = [
    { title: say('act.rename'), shown: unit.kind !== 'class', form: <RenameForm unit={unit} /> },
    { title: say('act.move'), shown: unit.kind === 'school', form: <MoveForm unit={unit} /> },
    {
      title: say('act.merge', { kind: unit.kind }),
      shown: standing && (unit.kind === 'school' || unit.kind === 'municipality'),
      form: <MergeForm unit={unit} />,
    },
    { title: say('act.close'), shown: standing, form: <CloseForm unit={unit} /> },
    { title: say('act.reopen'), shown: !standing, form: <ReopenForm unit={unit} /> },
  ]
  return (
    <Section title={say('act.title', { kind: unit.kind })} meaning={say('act.meaning')}>
      <div className={style.acts}>
        {acts
          .filter(({ shown }) => shown)
          .map(({ title, form }) => (
            <details key={title} name="unit-acts">
              <summary>{title}</summary>
              {form}
            </details>
          ))}
      </div>
    </Section>
  )
}
