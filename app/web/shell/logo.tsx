import { say } from '../messages/say.ts'
import style from './logo.module.css'

/** The mark and the name. */
export function Logo() {
  return (
    <span className={style.logo}>
      <img src="/icon.svg" width={26} height={26} alt="" />
      {say('app.name')}
    </span>
  )
}
