import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { AnswerForm } from './answer-form.tsx'
import style from './remark-list.module.css'

export type Remark = Item<'GET /api/portraits/remarks'>

const TONES: Readonly<Record<Remark['state'], Tone>> = {
  open: 'unknown',
  accepted: 'accepted',
  partly: 'going',
  declined: 'confirmed',
}

interface Props {
  readonly remarks: readonly Remark[]
  readonly mayAnswer: boolean
  /** Under a portrait it is known what they are about. */
  readonly short?: boolean
}

/** Remarks with what came of them: never a decision without its reason. */
export function RemarkList({ remarks, mayAnswer, short = false }: Props) {
  if (remarks.length === 0)
    return <EmptyState title={say('portraits.no-remarks')}>{say('portraits.no-remarks-meaning')}</EmptyState>
  return (
    <ul className="stack plain-list">
      {remarks.map(remark => (
        <li key={remark.id} className="card stack">
          <div className="row-apart">
            <div className="stack-tight">
              <strong>{remark.unit.name}</strong>
              <span className="note">
                {remark.createdBy.name}, <InstantText instant={remark.createdAt} />
              </span>
            </div>
            <StateBadge tone={TONES[remark.state]}>{say(`portraits.state.${remark.state}`)}</StateBadge>
          </div>
          <p className="note">
            {!short && <About remark={remark} />}
            {remark.section ? remark.section.title : say('portraits.whole')}
          </p>
          <p className={style.words}>{remark.text}</p>
          {remark.answer !== null && <Answered remark={remark} />}
          {mayAnswer && (
            <details>
              <summary>
                {say(remark.state === 'open' ? 'portraits.answer' : 'portraits.answer-again')}
              </summary>
              {/* Another's answer makes another form: what was typed against the old one is not sent by mistake. */}
              <AnswerForm key={remark.version} remark={remark} />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function About({ remark: { portrait, template } }: { remark: Remark }) {
  return (
    <>
      {portrait ? (
        <Link
          to="/portraits/$run/$unit"
          params={{ run: String(portrait.run), unit: String(portrait.unit.id) }}
        >
          {portrait.unit.name}
        </Link>
      ) : (
        <Link to="/portraits/template">{say('portraits.template-version', { number: template })}</Link>
      )}{' '}
      ·{' '}
    </>
  )
}

function Answered({ remark: { answer, answeredAt, answeredBy } }: { remark: Remark }) {
  return (
    <blockquote className={style.answer}>
      <p className={style.words}>{answer}</p>
      <p className="note">
        {answeredBy?.name}
        {answeredAt && (
          <>
            , <InstantText instant={answeredAt} />
          </>
        )}
      </p>
    </blockquote>
  )
}
