import { Button } from '@mantine/core'
import { Icon } from '../../../web/components/icon.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './second-factor.module.css'

/** Codes for the day the telephone is lost; shown once, to be printed or kept in a file. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([codes.join('\n')], { type: 'text/plain' }))
    link.download = say('second-factor.codes-file')
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
  return (
    <div className="stack">
      <ul className={style.codes}>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row no-print">
        <Button variant="default" leftSection={<Icon name="download" size={16} />} onClick={save}>
          {say('second-factor.save-codes')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {say('action.print')}
        </Button>
      </div>
    </div>
  )
}
