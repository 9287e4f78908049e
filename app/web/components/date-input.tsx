import { TextInput, type TextInputProps } from '@mantine/core'
import style from './date-input.module.css'
import { dateInWords } from './dates.tsx'

/**
 * A date as the browser asks for it. The browser writes it in its own language and order (03/12/2021), whatever the
 * language of the page, so the date that was read stands beside it in words.
 */
export function DateInput(props: Omit<TextInputProps, 'type'>) {
  const value = String(props.value ?? '')
  return (
    <TextInput
      {...props}
      type="date"
      inputContainer={input => (
        <div className={style.line}>
          {input}
          <span className={`${style.words} note`} aria-live="polite">
            {isDate(value) && dateInWords(value)}
          </span>
        </div>
      )}
    />
  )
}

/** Half-typed years («0002») are no date yet. */
function isDate(value: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
}
