import { say } from '../../../web/messages/say.ts'

/** What a paper is called that the server does not know yet: read from its address, «ВПР.2026.5.Родной язык». */
export function titleOfUnknown(id: string): string {
  const [, year = '', grade = '', ...subject] = id.split('.')
  return say('specification.unknown-title', { subject: subject.join('.'), grade, year })
}

/** Whether an address could be that of a paper at all: procedure, year, grade, subject. */
export function namesPaper(id: string): boolean {
  return /^[^.]+\.\d{4}\.\d{1,2}\../.test(id)
}
