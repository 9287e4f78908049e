import { basename } from 'node:path'
import type { Message } from '@objektiv/forensics'
import { hasMessage, type Locale, say } from '../../../messages/format.ts'
import { nameOfAssessment } from '../../procedures/threads.ts'
import type { AssessmentKey } from '../../results/index.ts'

/** A set in words: «Русский язык, 4 класс, 2021». */
export function setName(
  locale: Locale,
  set: Omit<AssessmentKey, 'procedure'> & { readonly procedure?: string },
): string {
  return nameOfAssessment(locale, set)
}

/** A note in words. Warnings of reading carry their file as a path; where the text leaves it out, it leads. */
export function noteText(locale: Locale, note: Message): string {
  const params = shortened(note)
  const text = say(locale, note.id, params)
  const { file } = params
  return file === undefined || text.includes(String(file)) ? text : `${file}: ${text}`
}

/** What to do about a note; empty where nothing has to be done. */
export function noteAdvice(locale: Locale, note: Message): string {
  const id = `${note.id}.advice`
  return hasMessage(locale, id) ? say(locale, id, shortened(note)) : ''
}

/** A setting of the run record in words where there are words; «methods» names each method by its title. */
export function parameterText(locale: Locale, name: string, value: string | number | boolean): string {
  if (name === 'methods')
    return String(value)
      .split(', ')
      .map(method => methodText(locale, method))
      .join('; ')
  const id = `report.parameter-value.${value}`
  if (hasMessage(locale, id)) return say(locale, id)
  return typeof value === 'number' ? value.toLocaleString(locale) : String(value)
}

/** «high-mean 1» → «Высокий средний балл 1». */
function methodText(locale: Locale, method: string): string {
  const [, id, version] = /^(\S+) (.*)$/.exec(method) ?? [null, method, '']
  const title = [`method.${id}.title`, `channel.${id}.title`].find(key => hasMessage(locale, key))
  return title === undefined ? method : `${say(locale, title)} ${version}`
}

function shortened({ params }: Message): Message['params'] {
  return typeof params.file === 'string' ? { ...params, file: basename(params.file) } : params
}
