import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { FileDrop } from '../../../web/components/file-drop.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Progress } from '../../../web/components/progress.tsx'
import { say } from '../../../web/messages/say.ts'
import { CheckedEntries } from './checked-entries.tsx'

type Checked = Answer<'POST /api/specifications/check'>

/** A specification file is checked, its difference shown, and then accepted or not. */
export function UploadSpecificationsPage() {
  const check = useChange('POST /api/specifications/check', { keep: true })
  const [file, setFile] = useState('')
  const [checked, setChecked] = useState<Checked | null>(null)
  const take = (chosen: File) => {
    setFile(chosen.name)
    setChecked(null)
    const files = new FormData()
    files.append('file', chosen)
    check.mutate({ files }, { onSuccess: setChecked })
  }
  return (
    <>
      <PageHeader
        title={say('specifications.upload-title')}
        meaning={say('specifications.upload-meaning')}
        crumbs={[{ label: say('specifications.title'), link: { to: '/specifications' } }]}
      />
      <div className="stack-wide">
        {check.error && <ProblemPanel error={check.error} />}
        {check.isPending && (
          <div className="card">
            <Progress label={say('specifications.checking', { file })} done={0} />
          </div>
        )}
        {!check.isPending && !checked && (
          <FileDrop
            label={say('specifications.file')}
            hint={say('specifications.file-hint')}
            accept=".json,application/json"
            take={take}
          />
        )}
        {checked && (
          <CheckedEntries
            checked={checked}
            decline={
              <Button variant="default" onClick={() => setChecked(null)}>
                {say('specifications.decline')}
              </Button>
            }
          />
        )}
      </div>
    </>
  )
}
