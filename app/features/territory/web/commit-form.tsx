import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { FieldSet, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './commit-form.module.css'
import { today } from './unit-act.ts'

/** Accepting a checked file, and what becomes of schools it does not have. It can be undone. */
export function CommitForm({ given }: { given: Answer<'GET /api/registry/imports/:id'> }) {
  const client = useQueryClient()
  const form = useForm<{ missing: 'leave' | 'close'; lastDay: string }>({
    initial: { missing: 'leave', lastDay: today() },
    check: ({ missing, lastDay }) =>
      missing === 'close' && !lastDay ? { lastDay: say('act.last-day-missing') } : {},
    send: async ({ missing, lastDay }) => {
      await api('POST /api/registry/imports/:id/commit', {
        params: { id: given.id },
        body: missing === 'close' ? { missing, lastDay } : { missing },
      })
      await client.invalidateQueries()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ lastDay: say('act.last-day') }}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('registry.commit', { added: given.added, changed: given.changed })}
          </Button>
          <Link to="/registry">{say('registry.decline')}</Link>
        </>
      }
    >
      {given.missing > 0 && (
        <FieldSet legend={say('registry.missing-question', { count: given.missing })}>
          {(['leave', 'close'] as const).map(choice => (
            <label key={choice} className={style.choice}>
              <input
                type="radio"
                name="missing"
                checked={form.values.missing === choice}
                onChange={() => form.set('missing', choice)}
              />
              {say(`registry.missing.${choice}`)}
            </label>
          ))}
          {form.values.missing === 'close' && (
            <TextField form={form} name="lastDay" label={say('act.last-day')} type="date" width={200} />
          )}
        </FieldSet>
      )}
      <p className="note">{say('registry.undoable')}</p>
    </FormPage>
  )
}
