import type { Answer } from '../../../web/client/contract-types.ts'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { ActForm } from './act-form.tsx'
import { AskForm } from './ask-form.tsx'
import { ReplyForm } from './reply-form.tsx'
import style from './signal-acts.module.css'

type Passport = Answer<'GET /api/signals/:id'>

/** What the reader may do now, the first of it open: the next step is in sight. */
export function SignalActs({ passport }: { passport: Passport }) {
  const { may } = passport
  if (may.length === 0) return null
  // What is owed first, what is merely possible after it.
  const [first] = may.filter(act => act !== 'comment')
  return (
    <Section title={say('signal.acts')}>
      <div className={style.acts}>
        {may.map(act => (
          <details key={act} name="signal-acts" open={act === first && (act === 'reply' || act === 'ask')}>
            <summary>{say(`signal.act.${act}`)}</summary>
            {act === 'ask' ? (
              <AskForm signals={[passport]} />
            ) : act === 'reply' ? (
              <ReplyForm key={passport.version} passport={passport} />
            ) : (
              <ActForm key={passport.version} act={act} passport={passport} />
            )}
          </details>
        ))}
      </div>
    </Section>
  )
}
