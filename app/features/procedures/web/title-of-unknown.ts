import { say } from '../../../web/messages/say.ts'

/** What a paper is called that the server does not know yet: read from its address, «ВПР.2026.5.Родной язык». */
export function titleOfUnknown(id: string): string {
  const [, year = '', grade = '', ...subject] = id.split('.')
  return say('specification.unknown-title', { subject: subject.join('.'), grade, year })
}
