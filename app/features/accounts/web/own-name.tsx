import { Button } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../../web/client/queries.ts'
import { FieldRow, SelectField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { type Me, useMe } from '../../../web/shell/session.ts'

/** Name, language and theme; the last two go with the person to every machine. */
export function OwnName() {
  const me = useMe()
  const change = useChange('PATCH /api/me')
  const [saved, setSaved] = useState(false)
  const form = useForm({
    initial: { name: me.name, locale: me.locale as string, theme: me.theme as string },
    check: ({ name }) => (name.trim().length >= 2 ? {} : { name: say('person.name-missing') }),
    send: async ({ name, locale, theme }) => {
      const wish = { name, locale: locale as Me['locale'], theme: theme as Me['theme'] }
      await change.mutateAsync({ body: { ...wish, version: me.version } })
      setSaved(true)
    },
  })
  return (
    <Section title={say('profile.look')} card>
      <FormPage
        form={form}
        labels={{ name: say('person.name') }}
        buttons={
          <>
            <Button type="submit" variant="default" loading={form.sending}>
              {say('action.save')}
            </Button>
            <span aria-live="polite" className="muted">
              {saved && say('action.saved')}
            </span>
          </>
        }
      >
        <TextField form={form} name="name" label={say('person.name')} autoComplete="name" />
        <FieldRow>
          <SelectField
            form={form}
            name="locale"
            label={say('profile.language')}
            choices={[
              { value: 'ru', label: 'Русский' },
              { value: 'en', label: 'English' },
            ]}
          />
          <SelectField
            form={form}
            name="theme"
            label={say('profile.theme')}
            choices={(['auto', 'light', 'dark'] as const).map(theme => ({
              value: theme,
              label: say(`theme.${theme}`),
            }))}
          />
        </FieldRow>
      </FormPage>
    </Section>
  )
}
