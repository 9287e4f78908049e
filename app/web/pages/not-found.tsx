import { Link } from '@tanstack/react-router'
import { PageHeader } from '../components/page-header.tsx'
import { say } from '../messages/say.ts'

/** An address that leads nowhere, or to what this person may not see; the two look the same on purpose. */
export function NotFound() {
  return (
    <>
      <PageHeader title={say('not-found.title')} meaning={say('not-found.meaning')} />
      <p>
        <Link to="/">{say('nav.work')}</Link>
      </p>
    </>
  )
}
