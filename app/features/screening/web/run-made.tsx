import { Link } from '@tanstack/react-router'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import type { Run } from './run-page.tsx'

/** The outputs of the command, by what they are for. */
const OUTPUTS = { 'report.html': 'html', 'signals.xlsx': 'xlsx', 'signals.json': 'json' } as const

/** How the run was made: with this and the same files anyone gets the same numbers. */
export function RunMade({ run }: { run: Run }) {
  const may = useMay()
  const { record, files, silent, outputs } = run
  return (
    <>
      <Section
        title={say('runs.how-made')}
        meaning={say('runs.how-made-meaning')}
        aside={<Link to="/definitions">{say('runs.definitions')}</Link>}
      >
        {outputs.length > 0 && (
          <div className="row no-print">
            {outputs.map(({ id, name }) => (
              <ExportButton
                key={id}
                operation="GET /api/runs/:id/outputs/:name"
                request={{ params: { id: run.id, name } }}
                format={say(`runs.output.${OUTPUTS[name]}`)}
                label={say('action.download', { name })}
              />
            ))}
          </div>
        )}
        {silent.length > 0 && (
          <details>
            <summary>{say('runs.silent')}</summary>
            <div className="stack">
              <p className="note">{say('runs.silent-meaning')}</p>
              <PlainTable
                label={say('runs.silent')}
                rows={silent}
                rowKey={({ channel, why }) => `${channel} ${why}`}
                columns={[
                  { header: say('runs.channel'), cell: ({ channel }) => channel },
                  { header: say('runs.why'), cell: ({ why }) => why },
                  { header: say('runs.where'), cell: ({ where }) => where },
                ]}
              />
            </div>
          </details>
        )}
        <details>
          <summary>{say('runs.record')}</summary>
          <Facts facts={record.map(({ label, value }) => [label, value] as const)} />
        </details>
        {files.length > 0 && (
          <details>
            <summary>{say('runs.files', { count: files.length })}</summary>
            <ul>
              {files.map(({ file, works }) => (
                <li key={file}>
                  {file} <span className="note">{say('runs.works', { count: works })}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Section>
      {may('history.read') && may('run.start') && (
        <HistoryPanel subject="screening_run" id={String(run.id)} />
      )}
    </>
  )
}
