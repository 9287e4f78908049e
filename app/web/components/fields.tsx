import {
  Checkbox,
  NativeSelect,
  PasswordInput,
  Textarea,
  TextInput,
  type TextInputProps,
} from '@mantine/core'
import type { ReactNode } from 'react'
import { say } from '../messages/say.ts'
import { DateInput } from './date-input.tsx'
import style from './form.module.css'
import type { Form } from './form.tsx'

type TextNames<Values> = { [K in keyof Values]: Values[K] extends string ? K : never }[keyof Values] & string
type YesNames<Values> = { [K in keyof Values]: Values[K] extends boolean ? K : never }[keyof Values] & string

interface FieldProps<Values extends object> {
  readonly form: Form<Values>
  readonly name: TextNames<Values>
  readonly label: string
  /** What is expected, before a mistake can be made. */
  readonly hint?: ReactNode
  /** Most fields are needed, so the few that are not say so. */
  readonly optional?: boolean
}

function bind<Values extends object>({ form, name, label, hint, optional }: FieldProps<Values>) {
  return {
    id: form.idOf(name),
    name,
    label: optional ? `${label} ${say('form.optional')}` : label,
    description: hint,
    error: form.errors[name],
    value: form.values[name] as string,
    onChange: (event: { currentTarget: { value: string } }) =>
      form.set(name, event.currentTarget.value as Values[TextNames<Values>]),
  }
}

interface Native extends Pick<TextInputProps, 'type' | 'autoComplete' | 'inputMode'> {
  /** As wide as what is expected in it, px; the whole form's width when absent. */
  readonly width?: number
}

export function TextField<Values extends object>(props: FieldProps<Values> & Native) {
  const { type, autoComplete, inputMode, width } = props
  if (type === 'date') return <DateInput {...bind(props)} />
  return (
    <TextInput
      {...bind(props)}
      {...{ type, autoComplete, inputMode }}
      styles={{ wrapper: { maxWidth: width } }}
    />
  )
}

export function PasswordField<Values extends object>(
  props: FieldProps<Values> & { autoComplete: 'current-password' | 'new-password' },
) {
  return (
    <PasswordInput
      {...bind(props)}
      autoComplete={props.autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': say('form.show-password') }}
    />
  )
}

export function SelectField<Values extends object>(
  props: FieldProps<Values> & { choices: readonly { readonly value: string; readonly label: string }[] },
) {
  return <NativeSelect {...bind(props)} data={[...props.choices]} />
}

export function CheckField<Values extends object>({
  form,
  name,
  label,
  hint,
}: {
  form: Form<Values>
  name: YesNames<Values>
  label: string
  hint?: ReactNode
}) {
  return (
    <Checkbox
      id={form.idOf(name)}
      name={name}
      label={label}
      description={hint}
      checked={form.values[name] as boolean}
      onChange={event => form.set(name, event.currentTarget.checked as Values[YesNames<Values>])}
    />
  )
}

/** Fields that belong together, under a heading a screen reader repeats with each of them. */
export function FieldSet({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={style.group}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

/** Short fields beside each other where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={style.columns}>{children}</div>
}

/** Words of more than a line; it grows with what is written. */
export function AreaField<Values extends object>(props: FieldProps<Values>) {
  return <Textarea {...bind(props)} autosize minRows={3} maxRows={16} />
}
