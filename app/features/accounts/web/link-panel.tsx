import type { Answer } from '../../../web/client/contract-types.ts'
import { CopyText } from '../../../web/components/copy-text.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { say } from '../../../web/messages/say.ts'

type OneTimeLink = Answer<'POST /api/people/:id/reset-link'>

/** A one-time link that is shown this once: copied and handed over, or already sent by letter. */
export function LinkPanel({ link, email }: { link: OneTimeLink; email: string }) {
  return (
    <section className="card stack" aria-live="polite">
      <div className="stack-tight">
        <h3>{say('link.ready')}</h3>
        <p>{link.sent ? say('link.sent', { email }) : say('link.not-sent', { email })}</p>
      </div>
      <CopyText label={say('link.ready')} text={`${window.location.origin}${link.path}`} />
      <p className="note">
        {say('link.once')} {say('link.works-until')} <InstantText instant={link.expiresAt} />
      </p>
    </section>
  )
}
