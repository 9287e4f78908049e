import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { api } from '../client/api.ts'
import { say } from '../messages/say.ts'
import style from './attach-files.module.css'
import { Icon } from './icon.tsx'
import { ProblemPanel } from './problem-panel.tsx'

/** A file the server has taken; it belongs to its sender until the step takes it. */
export interface Sent {
  readonly id: number
  readonly name: string
}

interface Props {
  /** Whose record the files will belong to. */
  readonly unitId: number
  readonly files: readonly Sent[]
  readonly change: (files: readonly Sent[]) => void
}

/** Orders, notes, scans beside the words: each is sent as it is chosen, so that the last button waits for nothing. */
export function AttachFiles({ unitId, files, change }: Props) {
  const id = useId()
  const [going, setGoing] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const take = async (chosen: FileList) => {
    setGoing(true)
    setError(null)
    let sent = files
    try {
      for (const file of chosen) {
        const form = new FormData()
        form.set('file', file)
        const { id, name } = await api('POST /api/files', { query: { unitId }, files: form })
        sent = [...sent, { id, name }]
        change(sent)
      }
    } catch (reason) {
      setError(reason as Error)
    } finally {
      setGoing(false)
    }
  }
  const remove = async (file: Sent) => {
    change(files.filter(one => one.id !== file.id))
    await api('DELETE /api/files/:id', { params: { id: file.id } }).catch(() => {})
  }
  return (
    <div className="stack-tight">
      <span className={style.label}>{say('files.title')}</span>
      <p className="note" role="status" id={`${id}-hint`}>
        {going ? say('files.going') : say('files.hint')}
      </p>
      <label className={style.button} data-busy={going}>
        <Icon name="upload" size={16} />
        {say('files.choose')}
        <input
          type="file"
          multiple
          className={style.input}
          disabled={going}
          aria-describedby={`${id}-hint`}
          onChange={event => {
            if (event.currentTarget.files) void take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
      </label>
      {error && <ProblemPanel error={error} />}
      {files.map(file => (
        <div key={file.id} className="row">
          <span>{file.name}</span>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon name="close" size={12} />}
            onClick={() => void remove(file)}
            aria-label={say('files.remove', { name: file.name })}
          >
            {say('files.remove-it')}
          </Button>
        </div>
      ))}
    </div>
  )
}
