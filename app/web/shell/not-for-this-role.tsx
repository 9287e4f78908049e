import { Icon } from '../components/icon.tsx'
import { PageHeader } from '../components/page-header.tsx'
import panel from '../components/problem-panel.module.css'
import { say } from '../messages/say.ts'
import { actingGrant, useMe } from './session.ts'

/** Instead of a page that the acting role has no right to: its filters and buttons would promise what is refused. */
export function NotForThisRole() {
  const acting = actingGrant(useMe())
  return (
    <>
      <PageHeader title={say('not-yours.title')} />
      <section className={panel.panel} role="alert">
        <Icon name="alert" size={22} />
        <div className="stack">
          <p className={panel.what}>
            {say('not-yours.meaning', { role: acting?.sentence ?? say('shell.no-role') })}
          </p>
          <p>{say('not-yours.advice')}</p>
        </div>
      </section>
    </>
  )
}
