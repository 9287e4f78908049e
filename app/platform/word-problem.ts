import { basename } from 'node:path'
import { hasMessage, type Locale, say } from '../messages/format.ts'
import type { Problem } from './problem.ts'

/** What is wrong and what to do, in words; the place is shown beside them by whoever asks. */
export function wordProblem(locale: Locale, problem: Problem): { text: string; advice: string } {
  const { file, ...rest } = problem.place ?? {}
  const params = { ...rest, ...(file === undefined ? {} : { file: basename(file) }), ...problem.params }
  const advice = `problem.${problem.code}.advice`
  return {
    text: say(locale, `problem.${problem.code}`, params),
    advice: hasMessage(locale, advice) ? say(locale, advice, params) : '',
  }
}
