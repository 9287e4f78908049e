import style from './tags.module.css'

/** Tags of a unit, e.g. «контроль объективности». */
export function Tags({ tags }: { tags: readonly string[] }) {
  return tags.map(tag => (
    <span key={tag} className={style.tag}>
      {tag}
    </span>
  ))
}
