import { basename } from 'node:path'
import type { Message } from '@objektiv/forensics'
import { hasMessage, type Locale, say } from '../../../messages/format.ts'
import type { AssessmentKey } from '../../results/index.ts'

/** A set in words: «Русский язык, 4 класс, 2021». */
export function setName(locale: Locale, set: Omit<AssessmentKey, 'procedure'>): string {
  const { subject, grade, year, version } = set
  if (!version) return say(locale, 'output.set', { subject, grade, year })
  return say(locale, 'output.set-of-version', { subject, version, grade, year })
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

function shortened({ params }: Message): Message['params'] {
  return typeof params.file === 'string' ? { ...params, file: basename(params.file) } : params
}
