import { formatNumber } from '../../messages/numbers.ts'
import { locale } from '../messages/say.ts'

/** The words of a choice with how many rows stand behind it: «Замечания (26 595)»; the words alone while nobody knows. */
export function counted(words: string, count: number | undefined): string {
  return count === undefined ? words : `${words} (${formatNumber(locale(), count)})`
}
