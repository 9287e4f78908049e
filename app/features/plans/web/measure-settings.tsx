import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { FieldSet, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'

type Settings = Answer<'GET /api/measures/settings'>

/** When the level above hears of a late measure: a part of the page of settings. */
export function MeasureSettings() {
  const may = useMay()
  const settings = useAnswer('GET /api/measures/settings', {})
  const [saved, setSaved] = useState(false)
  return (
    <div className="stack">
      <QueryView query={settings} height={140}>
        {given => <SettingsForm key={given.version} settings={given} saved={saved} setSaved={setSaved} />}
      </QueryView>
      {may('audit.read') && <HistoryPanel subject="setting" id="measure-escalation-days" collapsed />}
    </div>
  )
}

interface FormProps {
  readonly settings: Settings
  readonly saved: boolean
  readonly setSaved: (saved: boolean) => void
}

function SettingsForm({ settings, saved, setSaved }: FormProps) {
  const may = useMay()
  const client = useQueryClient()
  const form = useForm({
    initial: { escalateAfterDays: String(settings.escalateAfterDays) },
    check: ({ escalateAfterDays }) =>
      /^[1-9]\d?$|^[12]\d\d$|^3[0-5]\d$|^36[0-5]$/.test(escalateAfterDays.trim())
        ? {}
        : { escalateAfterDays: say('settings.escalation-days-wrong') },
    send: async values => {
      const escalateAfterDays = Number(values.escalateAfterDays)
      await api('PUT /api/measures/settings', { body: { escalateAfterDays, version: settings.version } })
      setSaved(true)
      await client.invalidateQueries()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ escalateAfterDays: say('settings.escalation-days') }}
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
      <FieldSet legend={say('settings.measures')}>
        <TextField
          form={form}
          name="escalateAfterDays"
          label={say('settings.escalation-days')}
          hint={say('settings.escalation-days-hint')}
          inputMode="numeric"
          width={120}
        />
      </FieldSet>
    </FormPage>
  )
}
