import { say } from '../../../web/messages/say.ts'
import style from './change-list.module.css'

interface Props {
  readonly changes: readonly {
    readonly label: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

/** What a revision changes, before and after. */
export function ChangeList({ changes }: Props) {
  return (
    <ul className={style.changes}>
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          <span className="muted">{label}:</span> <del>{before ?? say('conflict.empty')}</del> →{' '}
          <ins>{after ?? say('conflict.empty')}</ins>
        </li>
      ))}
    </ul>
  )
}
