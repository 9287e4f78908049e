import { Suspense } from 'react'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { say } from '../../../web/messages/say.ts'
import { OwnCalendar } from '../../../web/pages/joined-parts.ts'
import { useMay, useMe } from '../../../web/shell/session.ts'
import { ApiTokens } from './api-tokens.tsx'
import { ChangePassword } from './change-password.tsx'
import { OwnFactor } from './own-factor.tsx'
import { OwnName } from './own-name.tsx'
import { OwnRoles } from './own-roles.tsx'
import { Sessions } from './sessions.tsx'

/** Oneself: how one is called, what one sees, and how the account is guarded. */
export function ProfilePage() {
  const me = useMe()
  const may = useMay()
  return (
    <>
      <PageHeader title={say('profile.title')} meaning={`${me.name} · ${me.email}`} />
      <div className="stack-wide">
        <OwnRoles />
        <OwnName />
        {me.hasPassword && <ChangePassword />}
        <OwnFactor />
        <Sessions />
        {may('plan.read') && (
          <Suspense>
            <OwnCalendar />
          </Suspense>
        )}
        {may('token.make') && <ApiTokens />}
      </div>
    </>
  )
}
