import { useMantineColorScheme } from '@mantine/core'
import { Outlet, useLocation, useMatches } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Dialog } from '../components/dialog.tsx'
import { say } from '../messages/say.ts'
import { ContextBar } from './context-bar.tsx'
import { Header } from './header.tsx'
import { useKeyboard } from './keyboard.ts'
import { KeyboardHelp } from './keyboard-help.tsx'
import { changeLanguage } from './language.ts'
import { keepSearch } from './last-search.ts'
import { Navigation } from './navigation.tsx'
import { NotForThisRole } from './not-for-this-role.tsx'
import { PrintLine } from './print-line.tsx'
import { useMay, useMe } from './session.ts'
import style from './shell.module.css'

const FindAnything = lazy(() => import('./find-anything.tsx'))

type Opened = 'nothing' | 'find' | 'help' | 'menu'

/** The frame of every page for signed-in people: what is where, who one is, how to find and how to go on. */
export function Shell() {
  const me = useMe()
  const { setColorScheme } = useMantineColorScheme()
  const [opened, setOpened] = useState<Opened>('nothing')
  const close = () => setOpened('nothing')
  const may = useMay()
  const right = useMatches({ select: matches => matches.at(-1)?.staticData.right })
  const { pathname, search } = useLocation()
  useEffect(() => keepSearch(pathname, search), [pathname, search])
  useKeyboard({ find: () => setOpened('find'), help: () => setOpened('help') })
  // The account's own language and theme go with the person to every machine.
  useEffect(() => void changeLanguage(me.locale), [me.locale])
  useEffect(() => setColorScheme(me.theme), [me.theme, setColorScheme])
  return (
    <>
      <a href="#content" className={style.skip}>
        {say('shell.skip')}
      </a>
      <div className={style.shell}>
        <Header find={() => setOpened('find')} menu={() => setOpened('menu')} />
        <aside className={`${style.aside} no-print`}>
          <Navigation />
        </aside>
        <div className={style.page}>
          <ContextBar />
          <main id="content" tabIndex={-1} className={style.main}>
            <PrintLine />
            {right && !may(right) ? <NotForThisRole /> : <Outlet />}
          </main>
        </div>
      </div>
      {opened === 'menu' && (
        <Dialog title={say('shell.navigation')} close={close} place="side" quiet>
          <Navigation went={close} />
        </Dialog>
      )}
      {opened === 'find' && (
        <Suspense>
          <FindAnything close={close} />
        </Suspense>
      )}
      {opened === 'help' && <KeyboardHelp close={close} />}
    </>
  )
}
