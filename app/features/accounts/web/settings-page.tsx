import { Button, Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { FieldSet } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { MeasureSettings } from '../../../web/pages/joined-parts.ts'
import { useMay } from '../../../web/shell/session.ts'

type Settings = Answer<'GET /api/settings'>
type Roles = Answer<'GET /api/access'>['roles']

/** Settings of the whole installation. */
export function SettingsPage() {
  const may = useMay()
  const settings = useAnswer('GET /api/settings', {})
  const access = useAnswer('GET /api/access', {})
  // Kept here: the form is drawn anew with every version it saves.
  const [saved, setSaved] = useState(false)
  return (
    <>
      <PageHeader title={say('settings.title')} meaning={say('settings.meaning')} />
      <div className="stack-wide">
        <QueryView query={settings} height={320}>
          {given => (
            <QueryView query={access} height={320}>
              {({ roles }) => (
                <SettingsForm
                  key={given.version}
                  settings={given}
                  roles={roles}
                  saved={saved}
                  setSaved={setSaved}
                />
              )}
            </QueryView>
          )}
        </QueryView>
        {may('audit.read') && <HistoryPanel subject="setting" id="second-factor-roles" collapsed />}
        <Suspense>
          <MeasureSettings />
        </Suspense>
      </div>
    </>
  )
}

interface FormProps {
  readonly settings: Settings
  readonly roles: Roles
  readonly saved: boolean
  readonly setSaved: (saved: boolean) => void
}

function SettingsForm({ settings, roles, saved, setSaved }: FormProps) {
  const may = useMay()
  const client = useQueryClient()
  const form = useForm({
    initial: { roles: settings.secondFactorRoles },
    send: async values => {
      const body = { secondFactorRoles: values.roles, version: settings.version }
      await api('PUT /api/settings', { body })
      setSaved(true)
      await client.invalidateQueries()
    },
  })
  const toggle = (role: Settings['secondFactorRoles'][number], on: boolean) => {
    setSaved(false)
    form.set('roles', on ? [...form.values.roles, role] : form.values.roles.filter(one => one !== role))
  }
  return (
    <FormPage
      form={form}
      labels={{}}
      buttons={
        may('setting.edit') && (
          <>
            <Button type="submit" loading={form.sending}>
              {say('action.save')}
            </Button>
            <span aria-live="polite" className="muted">
              {saved && say('action.saved')}
            </span>
          </>
        )
      }
    >
      <FieldSet legend={say('settings.second-factor')}>
        <p className="muted">{say('settings.second-factor-hint')}</p>
        {roles.map(({ role, name }) => (
          <Checkbox
            key={role}
            label={name}
            disabled={!may('setting.edit')}
            checked={form.values.roles.includes(role)}
            onChange={event => toggle(role, event.currentTarget.checked)}
          />
        ))}
      </FieldSet>
    </FormPage>
  )
}
