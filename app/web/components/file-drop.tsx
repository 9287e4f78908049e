import { type DragEvent, useId, useState } from 'react'
import { say } from '../messages/say.ts'
import style from './file-drop.module.css'
import { Icon } from './icon.tsx'

interface Props {
  readonly label: string
  readonly hint: string
  /** As the `accept` of a file input: '.xlsx,.csv'. */
  readonly accept: string
  readonly take: (file: File) => void
}

/** A field for one file: chosen or dropped. It is a file input first, so that it works without a mouse. */
export function FileDrop({ label, hint, accept, take }: Props) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) take(file)
  }
  return (
    <label
      className={style.drop}
      data-over={over}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={28} />
      <span className={style.label}>{label}</span>
      <span className="note" id={id}>
        {hint}
      </span>
      <span className={style.button}>{say('action.choose-file')}</span>
      <input
        type="file"
        className={style.input}
        accept={accept}
        aria-describedby={id}
        onChange={event => {
          const file = event.currentTarget.files?.[0]
          if (file) take(file)
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
