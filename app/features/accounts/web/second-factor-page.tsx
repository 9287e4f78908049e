import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { CopyText } from '../../../web/components/copy-text.tsx'
import { PasswordField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { type Me, sessionQuery } from '../../../web/shell/session.ts'
import { BackupCodes } from './backup-codes.tsx'
import { CodeStep } from './code-step.tsx'
import { useComeIn } from './come-in.ts'
import style from './second-factor.module.css'

type Begun = Answer<'POST /api/me/second-factor'>

/** Setting up the second factor; or showing it, where one is set up and this session has not shown it yet. */
export function SecondFactorPage() {
  const session = useQuery(sessionQuery)
  return (
    <QueryView query={session} height={320}>
      {({ me }) => {
        if (!me) return <Navigate to="/sign-in" search={{ back: '/second-factor' }} />
        return me.secondFactor.enabled ? <Show /> : <SetUp me={me} />
      }}
    </QueryView>
  )
}

function Show() {
  const comeIn = useComeIn()
  return (
    <>
      <PageHeader title={say('sign-in.code-title')} />
      <CodeStep send={code => api('POST /api/me/second-factor/confirm', { body: { code } })} done={comeIn} />
    </>
  )
}

function SetUp({ me }: { me: Me }) {
  const comeIn = useComeIn()
  const [begun, setBegun] = useState<Begun | null>(null)
  const [confirmed, setConfirmed] = useState(false)
  if (begun && confirmed)
    return (
      <>
        <PageHeader title={say('second-factor.done')} meaning={say('second-factor.keep-codes')} />
        <div className="stack">
          <BackupCodes codes={begun.backupCodes} />
          <div>
            <Button onClick={() => void comeIn()}>{say('second-factor.kept')}</Button>
          </div>
        </div>
      </>
    )
  return (
    <>
      <PageHeader
        title={say('second-factor.title')}
        meaning={say(me.secondFactor.required ? 'second-factor.required' : 'second-factor.meaning')}
      />
      {begun ? (
        <div className="stack">
          <ol className={style.steps}>
            <li>{say('second-factor.step-app')}</li>
            <li>
              {say('second-factor.step-scan')}
              <img
                className={style.code}
                src={`data:image/svg+xml,${encodeURIComponent(begun.qrSvg)}`}
                alt={say('second-factor.qr')}
                width={200}
                height={200}
              />
              <p className="note">{say('second-factor.by-hand')}</p>
              <CopyText label={say('second-factor.secret')} text={begun.secret} byFours />
            </li>
            <li>{say('second-factor.step-code')}</li>
          </ol>
          <CodeStep
            totpOnly
            send={code => api('POST /api/me/second-factor/confirm', { body: { code } })}
            done={async () => setConfirmed(true)}
          />
        </div>
      ) : (
        <Begin me={me} begun={setBegun} />
      )}
    </>
  )
}

/** The password once more: an unlocked screen must not be enough to change how an account is guarded. */
function Begin({ me, begun }: { me: Me; begun: (answer: Begun) => void }) {
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) =>
      me.hasPassword && !password ? { password: say('sign-in.password-missing') } : {},
    send: async ({ password }) =>
      begun(await api('POST /api/me/second-factor', { body: me.hasPassword ? { password } : {} })),
  })
  return (
    <FormPage
      form={form}
      labels={{}}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('second-factor.begin')}
        </Button>
      }
    >
      {me.hasPassword && (
        <PasswordField
          form={form}
          name="password"
          label={say('sign-in.password')}
          hint={say('second-factor.password-hint')}
          autoComplete="current-password"
        />
      )}
    </FormPage>
  )
}
