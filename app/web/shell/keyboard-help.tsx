import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../components/dialog.tsx'
import { say } from '../messages/say.ts'
import { keysAreOn, switchKeys } from './keyboard.ts'
import style from './keyboard-help.module.css'

/** The keys of the app, and the switch that turns them off. */
export function KeyboardHelp({ close }: { close: () => void }) {
  const [on, setOn] = useState(keysAreOn)
  const keys: readonly [string, string][] = [
    ['/', say('keys.find')],
    ['j', say('keys.next')],
    ['k', say('keys.previous')],
    ['Enter', say('keys.open')],
    ['Esc', say('keys.close')],
    ['?', say('keys.help')],
  ]
  return (
    <Dialog title={say('keys.title')} close={close}>
      <dl className={style.keys}>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={say('keys.on')}
        description={say('keys.on-hint')}
        checked={on}
        onChange={event => {
          switchKeys(event.currentTarget.checked)
          setOn(event.currentTarget.checked)
        }}
      />
    </Dialog>
  )
}
