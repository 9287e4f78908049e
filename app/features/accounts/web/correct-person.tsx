import { Button } from '@mantine/core'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { FieldRow, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

type Person = Answer<'GET /api/people/:id'>

/** Name and e-mail of somebody else, set right by whoever answers for them. */
export function CorrectPerson({ person, email, done }: { person: Person; email: string; done: () => void }) {
  const change = useChange('PATCH /api/people/:id')
  const form = useForm({
    initial: { name: person.name, email },
    check: values => ({
      ...(values.name.trim().length >= 2 ? {} : { name: say('person.name-missing') }),
      ...(values.email.includes('@') ? {} : { email: say('person.email-missing') }),
    }),
    send: async values => {
      const { name, email: address } = { name: values.name.trim(), email: values.email.trim().toLowerCase() }
      // What stays as it was is not sent: the log then says what was corrected.
      const wish = {
        ...(name === person.name ? {} : { name }),
        ...(address === email ? {} : { email: address }),
      }
      if (Object.keys(wish).length > 0)
        await change.mutateAsync({ params: { id: person.id }, body: { ...wish, version: person.version } })
      done()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ name: say('person.name'), email: say('person.email') }}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('action.save')}
          </Button>
          <Button variant="default" onClick={done}>
            {say('action.cancel')}
          </Button>
        </>
      }
    >
      <p className="note">{say('person.correct-meaning')}</p>
      <FieldRow>
        <TextField form={form} name="name" label={say('person.name')} autoComplete="off" />
        <TextField form={form} name="email" label={say('person.email')} type="email" autoComplete="off" />
      </FieldRow>
    </FormPage>
  )
}
