import { Button } from '@mantine/core'
import { useState } from 'react'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

type Kind = 'totp' | 'backup'

interface Props {
  readonly send: (code: string, kind: Kind) => Promise<unknown>
  readonly done: () => Promise<void>
  /** While setting up there are no emergency codes yet. */
  readonly totpOnly?: boolean
}

/** Asks for the six digits of the authenticator, or for one of the emergency codes. */
export function CodeStep({ send, done, totpOnly = false }: Props) {
  const [kind, setKind] = useState<Kind>('totp')
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => (code.trim() ? {} : { code: say('sign-in.code-missing') }),
    send: async ({ code }) => {
      await send(code.replace(/\s/g, ''), kind)
      await done()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{}}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('action.continue')}
          </Button>
          {!totpOnly && (
            <Button variant="subtle" onClick={() => setKind(kind === 'totp' ? 'backup' : 'totp')}>
              {say(kind === 'totp' ? 'sign-in.use-backup' : 'sign-in.use-totp')}
            </Button>
          )}
        </>
      }
    >
      <TextField
        form={form}
        name="code"
        label={say(kind === 'totp' ? 'sign-in.code' : 'sign-in.backup-code')}
        hint={say(kind === 'totp' ? 'sign-in.code-hint' : 'sign-in.backup-hint')}
        autoComplete="one-time-code"
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        width={220}
      />
    </FormPage>
  )
}
