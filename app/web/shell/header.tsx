import { useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useChange } from '../client/queries.ts'
import { Icon } from '../components/icon.tsx'
import { say } from '../messages/say.ts'
import style from './header.module.css'
import { LanguageSwitch } from './language-switch.tsx'
import { Logo } from './logo.tsx'
import { NoticeBell } from './notice-bell.tsx'
import { type Me, useMe } from './session.ts'

const THEMES: readonly Me['theme'][] = ['auto', 'light', 'dark']

/** The top line: home, finding, notices, language and theme. */
export function Header({ find, menu }: { find: () => void; menu: () => void }) {
  const me = useMe()
  const { setColorScheme } = useMantineColorScheme()
  const change = useChange('PATCH /api/me')
  const nextTheme = THEMES[(THEMES.indexOf(me.theme) + 1) % THEMES.length]
  const keep = (wish: Partial<Pick<Me, 'theme' | 'locale'>>) =>
    change.mutate({ body: { ...wish, version: me.version } })
  return (
    <header className={`${style.header} no-print`}>
      <button
        type="button"
        className={`${style.tool} ${style.menu}`}
        onClick={menu}
        aria-label={say('shell.open-navigation')}
      >
        <Icon name="menu" />
      </button>
      <Link to="/" className={style.home}>
        <Logo />
      </Link>
      <button type="button" className={style.find} onClick={find} aria-keyshortcuts="/">
        <Icon name="search" size={16} />
        <span className={style.findWords}>{say('shell.find')}</span>
        <kbd>/</kbd>
      </button>
      <div className={style.tools}>
        <NoticeBell />
        <button
          type="button"
          className={style.tool}
          aria-label={say('shell.theme-now', { theme: say(`theme.${me.theme}`) })}
          title={say(`theme.${me.theme}`)}
          onClick={() => {
            setColorScheme(nextTheme)
            keep({ theme: nextTheme })
          }}
        >
          <Icon name={me.theme === 'auto' ? 'half' : me.theme === 'light' ? 'sun' : 'moon'} />
        </button>
        <LanguageSwitch keep={locale => keep({ locale })} />
      </div>
    </header>
  )
}
