import { ExportButton } from '../../../web/components/export-button.tsx'
import { say } from '../../../web/messages/say.ts'
import type { OpenPlan } from './plan-page.tsx'

const FORMATS = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
] as const

/** The plan and the report on its progress, as papers. */
export function PlanDownloads({ plan: { id } }: { plan: OpenPlan }) {
  return (
    <div className="stack">
      {(['plan', 'report'] as const).map(what => (
        <div key={what} className="row">
          <span className="muted">{say(`plan.what-${what}`)}:</span>
          {FORMATS.map(([format, name]) => (
            <ExportButton
              key={format}
              operation="GET /api/plans/:id/file"
              request={{ params: { id }, query: { format, what } }}
              format={name}
              label={say(`plan.download-${what}`, { format: name })}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
