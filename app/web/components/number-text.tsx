import { formatNumber } from '../../messages/numbers.ts'
import { locale } from '../messages/say.ts'

/** A number as people read it: thin spaces between thousands, a decimal comma, figures of one width. */
export function NumberText({ value, digits = 0 }: { value: number; digits?: number }) {
  return <span className="figures">{formatNumber(locale(), value, digits)}</span>
}
