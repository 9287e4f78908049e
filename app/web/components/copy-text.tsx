import { Button } from '@mantine/core'
import { useState } from 'react'
import { say } from '../messages/say.ts'
import style from './copy-text.module.css'
import { Icon } from './icon.tsx'

interface Props {
  readonly label: string
  readonly text: string
  /** Shown whole, in groups of four: it is to be typed in by hand elsewhere. Copied without the gaps. */
  readonly byFours?: boolean
}

/** Text to be carried elsewhere (a link, a token): selectable, and copied by one button. */
export function CopyText({ label, text, byFours = false }: Props) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 3000)
  }
  return (
    <div className={style.copy}>
      {byFours ? (
        <textarea
          className={`${style.text} ${style.whole}`}
          aria-label={label}
          readOnly
          rows={3}
          value={text.replace(/(.{4})(?=.)/g, '$1 ')}
          onFocus={e => e.currentTarget.select()}
        />
      ) : (
        <input
          className={style.text}
          aria-label={label}
          readOnly
          value={text}
          onFocus={e => e.currentTarget.select()}
        />
      )}
      {/* Without https there is no clipboard for scripts; the text can still be selected. */}
      {window.isSecureContext && (
        <Button
          variant="default"
          leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
          onClick={() => void copy()}
        >
          <span aria-live="polite">{copied ? say('action.copied') : say('action.copy')}</span>
        </Button>
      )}
    </div>
  )
}
