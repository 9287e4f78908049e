import { useAnswer } from '../../../web/client/queries.ts'
import { say } from '../../../web/messages/say.ts'

interface Change {
  readonly number: number
  readonly switchedOff: readonly string[]
  readonly switchedOn: readonly string[]
  readonly changes: string | null
}

/** What a version of the template changed: in the words of whoever made it, and section by section. */
export function TemplateChange({ version: { switchedOff, switchedOn, changes } }: { version: Change }) {
  const template = useAnswer('GET /api/portraits/template', {})
  const named = new Map<string, string>(template.data?.sections.map(({ id, title }) => [id, title]))
  const words = (ids: readonly string[]) => ids.map(id => named.get(id) ?? id).join(' · ')
  if (changes === null) return <p>{say('portraits.template-first')}</p>
  return (
    <div className="stack-tight">
      <p>{changes}</p>
      {switchedOff.length > 0 && (
        <p>
          <span className="muted">{say('portraits.switched-off')}</span> {words(switchedOff)}
        </p>
      )}
      {switchedOn.length > 0 && (
        <p>
          <span className="muted">{say('portraits.switched-on')}</span> {words(switchedOn)}
        </p>
      )}
    </div>
  )
}
