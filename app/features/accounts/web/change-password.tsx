import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { CheckField, PasswordField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { checkNewPassword } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

/** A new password; whoever else was signed in with the old one is signed out. */
export function ChangePassword() {
  const [changing, setChanging] = useState(false)
  const [done, setDone] = useState(false)
  return (
    <Section
      title={say('sign-in.password')}
      meaning={done ? <span role="status">{say('password.changed')}</span> : say('password.change-meaning')}
      card
      aside={
        !changing && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {say('password.change')}
          </Button>
        )
      }
    >
      {changing && (
        <ChangeForm
          done={changed => {
            setDone(changed)
            setChanging(false)
          }}
        />
      )}
    </Section>
  )
}

function ChangeForm({ done }: { done: (changed: boolean) => void }) {
  const client = useQueryClient()
  const may = useMay()
  const form = useForm({
    initial: { current: '', password: '', again: '', revokeTokens: false },
    check: values => ({
      ...(values.current ? {} : { current: say('sign-in.password-missing') }),
      ...checkNewPassword(values),
    }),
    send: async ({ current, password, revokeTokens }) => {
      await api('POST /api/me/password', { body: { current, next: password, revokeTokens } })
      if (revokeTokens) await client.invalidateQueries()
      done(true)
    },
  })
  return (
    <FormPage
      form={form}
      labels={{
        current: say('password.current'),
        password: say('password.new'),
        again: say('password.again'),
      }}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('password.change')}
          </Button>
          <Button variant="subtle" onClick={() => done(false)}>
            {say('action.cancel')}
          </Button>
        </>
      }
    >
      <PasswordField
        form={form}
        name="current"
        label={say('password.current')}
        autoComplete="current-password"
      />
      <NewPasswordFields form={form} />
      {may('token.make') && (
        <CheckField
          form={form}
          name="revokeTokens"
          label={say('password.revoke-tokens')}
          hint={say('password.revoke-tokens-hint')}
        />
      )}
    </FormPage>
  )
}
