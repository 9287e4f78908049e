import { TextInput } from '@mantine/core'
import type { Form } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './specification-form.module.css'
import { MARKS, type SpecificationValues } from './specification-values.ts'

/** First and last score of every mark, as the document prints them: what overlaps or is missing is then named. */
export function ScaleFields({ form }: { form: Form<SpecificationValues> }) {
  const { bands } = form.values
  const set = (mark: (typeof MARKS)[number], at: 0 | 1, value: string) =>
    form.set('bands', { ...bands, [mark]: at === 0 ? [value, bands[mark][1]] : [bands[mark][0], value] })
  return (
    <div id={form.idOf('bands')} tabIndex={-1} className={style.bands}>
      {MARKS.map(mark => (
        <div key={mark} className={style.band}>
          <span className={style.mark}>{say('specification.band', { mark })}</span>
          {([0, 1] as const).map(at => (
            <TextInput
              key={at}
              aria-label={say(at === 0 ? 'specification.band-from' : 'specification.band-to', { mark })}
              leftSection={
                <span className="note">{say(at === 0 ? 'specification.from' : 'specification.to')}</span>
              }
              leftSectionWidth={38}
              inputMode="numeric"
              w={104}
              value={bands[mark][at]}
              onChange={event => set(mark, at, event.currentTarget.value)}
            />
          ))}
        </div>
      ))}
      {form.errors.bands && <p className={style.error}>{form.errors.bands}</p>}
    </div>
  )
}
