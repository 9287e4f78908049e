import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { ApiError } from '../client/api-error.ts'
import { say } from '../messages/say.ts'
import style from './form.module.css'
import { ProblemPanel } from './problem-panel.tsx'

/** What is wrong with which field, in words; a field without an entry is right. */
export type FieldErrors<Values> = Partial<Record<keyof Values & string, string>>

interface Options<Values> {
  readonly initial: Values
  /** Says what is wrong before anything is sent. */
  readonly check?: (values: Values) => FieldErrors<Values>
  readonly send: (values: Values) => Promise<unknown>
}

/** State of a form: its values, what is wrong with them, and the sending. */
export function useForm<Values extends object>({ initial, check, send }: Options<Values>) {
  const id = useId()
  /** Id of a field's input: two forms on one page may have fields of one name. */
  const idOf = (name: keyof Values & string) => `${id}-${name}`
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<FieldErrors<Values>>({})
  const [refusal, setRefusal] = useState<Error | null>(null)
  const [sending, setSending] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const set = <Name extends keyof Values & string>(name: Name, value: Values[Name]) => {
    setValues(before => ({ ...before, [name]: value }))
    setErrors(({ [name]: _, ...others }) => others as FieldErrors<Values>)
  }
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    setAttempt(count => count + 1)
    const wrong = check?.(values) ?? {}
    setErrors(wrong)
    setRefusal(null)
    if (Object.keys(wrong).length > 0) return
    setSending(true)
    try {
      await send(values)
    } catch (error) {
      const { fields, rest } = split(error as Error, values)
      setErrors(fields)
      setRefusal(rest)
    } finally {
      setSending(false)
    }
  }
  return { idOf, values, set, setValues, errors, refusal, sending, attempt, submit }
}

export type Form<Values extends object> = ReturnType<typeof useForm<Values>>

/** Problems whose place names a field of this form go to that field, the others above the form. */
function split<Values extends object>(
  error: Error,
  values: Values,
): { fields: FieldErrors<Values>; rest: Error | null } {
  if (!(error instanceof ApiError)) return { fields: {}, rest: error }
  const named = error.problems.filter(({ place }) => place?.column !== undefined && place.column in values)
  const fields = Object.fromEntries(
    named.map(({ place, text, advice }) => [place!.column!, `${text} ${advice}`.trim()]),
  )
  const rest = error.problems.filter(problem => !named.includes(problem))
  return {
    fields: fields as FieldErrors<Values>,
    rest: rest.length > 0 ? new ApiError(error.status, error.id, rest) : null,
  }
}

interface FormProps<Values extends object> {
  readonly form: Form<Values>
  /** Label of each field, for the summary; the id of its input is `form.idOf(name)` (see fields.tsx). */
  readonly labels: Partial<Record<keyof Values & string, string>>
  readonly children: ReactNode
  readonly buttons: ReactNode
}

/** A form that gathers what is wrong above itself, takes the focus there, and leads to each field (GOV.UK pattern). */
export function FormPage<Values extends object>({ form, labels, children, buttons }: FormProps<Values>) {
  const summary = useRef<HTMLDivElement>(null)
  const title = useId()
  const names = Object.keys(form.errors) as (keyof Values & string)[]
  const failed = names.length > 0 || form.refusal !== null
  const { attempt } = form
  // Every attempt that fails leads to the summary anew, hence `attempt`.
  useEffect(() => {
    if (failed) summary.current?.focus()
  }, [failed, attempt])
  return (
    <form className={style.form} onSubmit={form.submit} noValidate>
      <div ref={summary} tabIndex={-1} className={style.summary}>
        {names.length > 0 && (
          <section className={style.errors} role="alert" aria-labelledby={title}>
            <h2 id={title}>{say('form.errors')}</h2>
            <ul>
              {names.map(name => (
                <li key={name}>
                  <a href={`#${form.idOf(name)}`} onClick={event => lead(event, form.idOf(name))}>
                    {labels[name] ? `${labels[name]}: ` : ''}
                    {form.errors[name]}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {form.refusal && <ProblemPanel error={form.refusal} />}
      </div>
      {children}
      <div className={style.buttons}>{buttons}</div>
    </form>
  )
}

function lead(event: { preventDefault(): void }, id: string): void {
  event.preventDefault()
  document.getElementById(id)?.focus()
}
