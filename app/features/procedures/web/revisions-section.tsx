import type { Answer } from '../../../web/client/contract-types.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { ChangeList } from './change-list.tsx'
import style from './revisions-section.module.css'

type Paper = Answer<'GET /api/specifications/:id'>
type Revision = Paper['revisions'][number]

/** How the paper came to be what it is: who, when, why, and the difference. */
export function RevisionsSection({ paper: { revisions } }: { paper: Paper }) {
  return (
    <Section title={say('specification.revisions')} meaning={say('specification.revisions-meaning')}>
      <ol className={style.revisions}>
        {revisions.map((one, index) => (
          <li key={one.revision} className="card stack">
            <div className="row">
              <h3>
                {one.revision === 0
                  ? say('specification.revision-bundled')
                  : say('specification.revision', { revision: one.revision })}
              </h3>
              {index === 0 && <StateBadge tone="accepted">{say('specification.current')}</StateBadge>}
            </div>
            <Said one={one} />
            {one.changes.length > 0 && <ChangeList changes={one.changes} />}
            {one.revision > 0 && one.changes.length === 0 && <p>{say('specification.revision-first')}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Said({ one: { by, at, source, reason } }: { one: Revision }) {
  return (
    <div className="stack-tight">
      {source && (
        <p>
          <span className="muted">{say('specification.source')}:</span> {source}
        </p>
      )}
      {reason && (
        <p>
          <span className="muted">{say('form.reason')}:</span> {reason}
        </p>
      )}
      {at && (
        <p className="note">
          {by && `${by} · `}
          <InstantText instant={at} />
        </p>
      )}
    </div>
  )
}
