import { Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { FilesDrop } from '../../../web/components/file-drop.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Progress } from '../../../web/components/progress.tsx'
import { say } from '../../../web/messages/say.ts'

/** So many files leave at one time: the line is kept busy, and the server is not flooded. */
const AT_ONCE = 2

interface Refused {
  readonly file: string
  readonly error: Error
}

/** Forty files dropped at once: each leaves in its turn, and one that is not taken does not stop the others. */
export function SendFiles({ campaign }: { campaign: number | undefined }) {
  const client = useQueryClient()
  const [going, setGoing] = useState<{ done: number; total: number } | null>(null)
  const [journal, setJournal] = useState(false)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const send = async (files: readonly File[]) => {
    setRefused([])
    setGoing({ done: 0, total: files.length })
    const queue = [...files]
    const worker = async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        await sendOne(file, campaign, journal).catch((error: Error) =>
          setRefused(before => [...before, { file: (file as File).name, error }]),
        )
        setGoing(before => before && { ...before, done: before.done + 1 })
        void client.invalidateQueries({ queryKey: ['GET /api/imports'] })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    setGoing(null)
    await client.invalidateQueries()
  }
  return (
    <div className="stack">
      {going ? (
        <div className="card">
          <Progress label={say('imports.sending')} done={going.done} total={going.total} />
        </div>
      ) : (
        <>
          <FilesDrop
            label={say('imports.drop')}
            hint={say(journal ? 'imports.drop-journal' : 'imports.drop-hint')}
            accept=".xlsx,.csv"
            take={files => void send(files)}
          />
          <Checkbox
            label={say('imports.journal')}
            description={say('imports.journal-meaning')}
            checked={journal}
            onChange={event => setJournal(event.currentTarget.checked)}
          />
        </>
      )}
      {refused.map(({ file, error }) => (
        <div key={file} className="stack-tight">
          <p>
            <b>{file}</b>
          </p>
          <ProblemPanel error={error} />
        </div>
      ))}
    </div>
  )
}

async function sendOne(file: File, campaign: number | undefined, journal: boolean): Promise<void> {
  const files = new FormData()
  files.set('file', file)
  await api('POST /api/imports', { query: { campaign, kind: journal ? 'journal' : undefined }, files })
}
