import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../../web/client/queries.ts'
import { Dialog } from '../../../web/components/dialog.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { type DraftMeasure, emptyMeasure } from './draft.ts'

interface Props {
  readonly level: 'region' | 'municipality' | 'school'
  readonly take: (measure: DraftMeasure) => void
  readonly close: () => void
}

/** Words to begin with; what is taken can be changed like one's own. */
export function MeasureLibrary({ level, take, close }: Props) {
  const [wanted, setWanted] = useState('')
  const templates = useAnswer('GET /api/measure-templates', { query: { level } })
  const words = wanted.trim().toLowerCase()
  return (
    <Dialog title={say('draft.library')} close={close} place="top">
      <TextInput
        type="search"
        label={say('draft.library-find')}
        value={wanted}
        onChange={event => setWanted(event.currentTarget.value)}
      />
      <QueryView query={templates} height={320}>
        {({ items }) => {
          const found = items.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(words))
          return found.length === 0 ? (
            <p>{say('draft.library-none')}</p>
          ) : (
            <ul className="plain-list stack">
              {found.map(({ id, title, text, term, responsible, evidence }) => (
                <li key={id} className="stack-tight" style={{ alignItems: 'flex-start' }}>
                  <strong>{title}</strong>
                  <p>{text}</p>
                  {term && <p className="note">{term}</p>}
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={say('draft.library-take', { title })}
                    onClick={() =>
                      take(
                        emptyMeasure({
                          text,
                          term: term ?? '',
                          responsible: responsible.map(({ original }) => original).join('\n'),
                          bodies: responsible,
                          expectedResult: evidence ?? '',
                        }),
                      )
                    }
                  >
                    {say('draft.take')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryView>
    </Dialog>
  )
}
