import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { useChange } from '../../../web/client/queries.ts'
import { Dialog } from '../../../web/components/dialog.tsx'
import { PasswordField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMe } from '../../../web/shell/session.ts'
import { BackupCodes } from './backup-codes.tsx'

/** The second factor of oneself: set up, renew the emergency codes, remove. */
export function OwnFactor() {
  const { secondFactor, hasPassword } = useMe()
  const remove = useChange('POST /api/me/second-factor/remove')
  const [asked, setAsked] = useState<'codes' | 'remove' | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const close = () => setAsked(null)
  const withPassword = (password: string) => ({ body: hasPassword ? { password } : {} })
  return (
    <Section
      title={say('second-factor.title')}
      meaning={say(secondFactor.required ? 'second-factor.required' : 'second-factor.meaning')}
      card
      aside={
        <StateBadge tone={secondFactor.enabled ? 'accepted' : 'unknown'}>
          {say(secondFactor.enabled ? 'second-factor.on' : 'second-factor.off')}
        </StateBadge>
      }
    >
      {codes && (
        <>
          <p>{say('second-factor.keep-codes')}</p>
          <BackupCodes codes={codes} />
        </>
      )}
      <div className="row no-print">
        {secondFactor.enabled ? (
          <>
            <Button variant="default" onClick={() => setAsked('codes')}>
              {say('second-factor.new-codes')}
            </Button>
            {!secondFactor.required && (
              <Button variant="default" onClick={() => setAsked('remove')}>
                {say('second-factor.remove')}
              </Button>
            )}
          </>
        ) : (
          <Button component={Link} to="/second-factor" variant="default">
            {say('second-factor.begin')}
          </Button>
        )}
      </div>
      {asked === 'codes' && (
        <AskPassword
          title={say('second-factor.new-codes')}
          loss={say('second-factor.new-codes-loss')}
          close={close}
          send={async password =>
            setCodes(
              (await api('POST /api/me/second-factor/backup-codes', withPassword(password))).backupCodes,
            )
          }
        />
      )}
      {asked === 'remove' && (
        <AskPassword
          title={say('second-factor.remove')}
          loss={say('second-factor.remove-loss')}
          close={close}
          send={password => remove.mutateAsync(withPassword(password))}
        />
      )}
    </Section>
  )
}

interface AskProps {
  readonly title: string
  readonly loss: string
  readonly close: () => void
  readonly send: (password: string) => Promise<unknown>
}

/** Repeats what will be lost and asks the password once more. */
function AskPassword({ title, loss, close, send }: AskProps) {
  const { hasPassword } = useMe()
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => (hasPassword && !password ? { password: say('sign-in.password-missing') } : {}),
    send: async ({ password }) => {
      await send(password)
      close()
    },
  })
  return (
    <Dialog title={title} close={close}>
      <p>{loss}</p>
      <FormPage
        form={form}
        labels={{}}
        buttons={
          <>
            <Button type="submit" variant="outline" loading={form.sending}>
              {title}
            </Button>
            <Button variant="default" onClick={close}>
              {say('action.keep')}
            </Button>
          </>
        }
      >
        {hasPassword && (
          <PasswordField
            form={form}
            name="password"
            label={say('sign-in.password')}
            autoComplete="current-password"
          />
        )}
      </FormPage>
    </Dialog>
  )
}
