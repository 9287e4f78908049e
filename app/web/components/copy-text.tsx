import { Button } from '@mantine/core'
import { useState } from 'react'
import { say } from '../messages/say.ts'
import style from './copy-text.module.css'
import { Icon } from './icon.tsx'

/** Text to be carried elsewhere (a link, a token): selectable, and copied by one button. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 3000)
  }
  return (
    <div className={style.copy}>
      <input
        className={style.text}
        aria-label={label}
        readOnly
        value={text}
        onFocus={e => e.currentTarget.select()}
      />
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
