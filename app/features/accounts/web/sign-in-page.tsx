import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { ApiError } from '../../../web/client/api-error.ts'
import { PasswordField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { sessionQuery } from '../../../web/shell/session.ts'
import { CodeStep } from './code-step.tsx'
import { useComeIn } from './come-in.ts'

/** Signing in: e-mail and password, then a code where a second factor is set up. */
export function SignInPage() {
  const [step, setStep] = useState<'password' | 'code'>('password')
  const comeIn = useComeIn()
  if (step === 'code')
    return (
      <>
        <PageHeader title={say('sign-in.code-title')} />
        <CodeStep
          send={(code, kind) => api('POST /api/sign-in/second-factor', { body: { code, kind } })}
          done={comeIn}
        />
      </>
    )
  return (
    <>
      <PageHeader title={say('sign-in.title')} />
      <div className="stack">
        <ProviderProblem />
        <PasswordStep needCode={() => setStep('code')} />
      </div>
      <ProviderButton />
    </>
  )
}

const PROVIDER_PROBLEMS = [
  'provider-unknown-person',
  'provider-email',
  'provider-failed',
  'provider-away',
] as const

/** Why the identity provider sent somebody back here without signing them in. */
function ProviderProblem() {
  const [{ problem }] = useUrlSearch()
  const code = PROVIDER_PROBLEMS.find(one => one === problem)
  if (!code) return null
  const text = say(`sign-in.problem.${code}`)
  const advice = say(`sign-in.problem.${code}.advice`)
  return <ProblemPanel error={new ApiError(0, null, [{ code, text, advice }])} />
}

function PasswordStep({ needCode }: { needCode: () => void }) {
  const comeIn = useComeIn()
  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({
      ...(email.trim() ? {} : { email: say('sign-in.email-missing') }),
      ...(password ? {} : { password: say('sign-in.password-missing') }),
    }),
    send: async ({ email, password }) => {
      const { state } = await api('POST /api/sign-in', { body: { email: email.trim(), password } })
      if (state === 'second-factor') needCode()
      else await comeIn()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{}}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('sign-in.act')}
        </Button>
      }
    >
      <TextField form={form} name="email" label={say('person.email')} type="email" autoComplete="username" />
      <PasswordField
        form={form}
        name="password"
        label={say('sign-in.password')}
        autoComplete="current-password"
      />
      <details>
        <summary>{say('sign-in.forgotten')}</summary>
        <p className="muted">{say('sign-in.forgotten-advice')}</p>
      </details>
    </FormPage>
  )
}

/** Signing in through the identity provider of the region, where one is configured. */
function ProviderButton() {
  const [{ back }] = useUrlSearch()
  const session = useQuery(sessionQuery)
  const [error, setError] = useState<Error | null>(null)
  const provider = session.data?.provider
  if (!provider) return null
  const go = async () => {
    try {
      const { url } = await api('POST /api/sign-in/provider', { body: back ? { returnTo: back } : {} })
      window.location.assign(url)
    } catch (failed) {
      setError(failed as Error)
    }
  }
  return (
    <div className="stack" style={{ marginTop: 24 }}>
      <p className="muted">{say('sign-in.or')}</p>
      {error && <ProblemPanel error={error} />}
      <div>
        <Button variant="default" onClick={() => void go()}>
          {say('sign-in.provider', { provider: provider.label })}
        </Button>
      </div>
    </div>
  )
}
