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

/** A field for one file: chosen or dropped. */
export function FileDrop({ take, ...props }: Props) {
  return (
    <FilesDrop
      {...props}
      only
      take={files => {
        if (files[0]) take(files[0])
      }}
    />
  )
}

interface ManyProps extends Omit<Props, 'take'> {
  readonly take: (files: readonly File[]) => void
  /** One file at a time. */
  readonly only?: boolean
}

/** A field for files: chosen or dropped. It is a file input first, so that it works without a mouse. */
export function FilesDrop({ label, hint, accept, take, only = false }: ManyProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) take(only ? files.slice(0, 1) : files)
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
        multiple={!only}
        aria-describedby={id}
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])]
          if (files.length > 0) take(files)
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
