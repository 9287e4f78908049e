import { Button } from '@mantine/core'
import { useState } from 'react'
import { download } from '../client/api.ts'
import type { Operation, Request } from '../client/contract-types.ts'
import { say } from '../messages/say.ts'
import { Icon } from './icon.tsx'
import { ProblemPanel } from './problem-panel.tsx'

interface Props<K extends Operation> {
  readonly operation: K
  readonly request: Request<K>
  /** The format as people know it: «Excel», «CSV». */
  readonly format: string
  /** What is downloaded, where it is no list. */
  readonly label?: string
}

/** Downloads the list as it is filtered now. */
export function ExportButton<K extends Operation>({ operation, request, format, label }: Props<K>) {
  const [going, setGoing] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const run = () => {
    setGoing(true)
    setError(null)
    download(operation, request)
      .catch(setError)
      .finally(() => setGoing(false))
  }
  return (
    <>
      <Button
        variant="default"
        loading={going}
        onClick={run}
        aria-label={label ?? say('table.export', { format })}
        leftSection={<Icon name="download" size={16} />}
      >
        {format}
      </Button>
      {error && <ProblemPanel error={error} />}
    </>
  )
}
