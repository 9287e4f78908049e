import { PasswordField } from '../../../web/components/fields.tsx'
import type { Form } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

/** A new password, typed twice, with its rules before a mistake can be made. */
export function NewPasswordFields<Values extends { password: string; again: string }>({
  form,
}: {
  form: Form<Values>
}) {
  const fields = form as unknown as Form<{ password: string; again: string }>
  return (
    <>
      <PasswordField
        form={fields}
        name="password"
        label={say('password.new')}
        hint={say('password.rules')}
        autoComplete="new-password"
      />
      <PasswordField form={fields} name="again" label={say('password.again')} autoComplete="new-password" />
    </>
  )
}
