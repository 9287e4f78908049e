import { Outlet } from '@tanstack/react-router'
import { say } from '../messages/say.ts'
import style from './guest-frame.module.css'
import { LanguageSwitch } from './language-switch.tsx'
import { Logo } from './logo.tsx'

/** The frame of pages outside: signing in, an invitation, the first administrator. */
export function GuestFrame() {
  return (
    <div className={style.frame}>
      <header className={style.head}>
        <span className="row">
          <Logo />
          <span className={style.about}>{say('app.about')}</span>
        </span>
        <LanguageSwitch />
      </header>
      <main id="content" className={style.sheet}>
        <Outlet />
      </main>
    </div>
  )
}
