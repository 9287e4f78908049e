import style from './markers.module.css'

/** Markers as the list names them: «4 РУ» is Russian of grade 4. */
export function Markers({ markers }: { markers: readonly string[] }) {
  return (
    <span className={style.markers}>
      {markers.map(marker => (
        <span key={marker} className={style.marker}>
          {marker}
        </span>
      ))}
    </span>
  )
}
