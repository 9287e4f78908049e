import { useAnswer } from '../../../web/client/queries.ts'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'

/** «Как это посчитано»: every number of an analysis in words, with its source. */
export function DefinitionsPage() {
  const definitions = useAnswer('GET /api/definitions', {})
  return (
    <>
      <PageHeader title={say('definitions.title')} meaning={say('definitions.meaning')} />
      <QueryView query={definitions} height={640}>
        {({ lead, items, channels }) => (
          <div className="stack-wide">
            <div className="stack">
              {lead.map(text => (
                <p key={text}>{text}</p>
              ))}
            </div>
            <Section title={say('definitions.methods')}>
              {items.map(({ id, title, text, sources }) => (
                <article key={id} id={`how-${id}`} className="card stack-tight">
                  <h3>{title}</h3>
                  <p>{text}</p>
                  <p className="note">
                    {say('definitions.sources')} {sources.join(' ')}
                  </p>
                </article>
              ))}
            </Section>
            <Section title={say('definitions.channels')} meaning={say('definitions.channels-meaning')}>
              {channels.map(({ id, title, text, blind }) => (
                <article key={id} id={`channel-${id}`} className="card stack-tight">
                  <h3>{title}</h3>
                  <p>{text}</p>
                  <p className="note">{blind}</p>
                </article>
              ))}
            </Section>
          </div>
        )}
      </QueryView>
    </>
  )
}
