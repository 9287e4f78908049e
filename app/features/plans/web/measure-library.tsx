import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { Dialog } from '../../../web/components/dialog.tsx'
import { FieldRow } from '../../../web/components/fields.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { lowerFirst } from '../../../web/messages/lower-first.ts'
import { say } from '../../../web/messages/say.ts'

export type Template = Answer<'GET /api/measure-templates'>['items'][number]
type Level = Template['level']

interface Props {
  /** Of the plan: its measures are shown first. */
  readonly level: Level
  readonly take: (template: Template) => void
  readonly close: () => void
}

const LEVELS = ['region', 'municipality', 'school'] as const

/** Words to begin with; what is taken can be changed like one's own. A plan may ask something of the levels below too. */
export function MeasureLibrary({ level, take, close }: Props) {
  const [wanted, setWanted] = useState('')
  const [whose, setWhose] = useState<Level | ''>(level)
  const templates = useAnswer('GET /api/measure-templates', { query: whose === '' ? {} : { level: whose } })
  const words = wanted.trim().toLowerCase()
  return (
    <Dialog title={say('draft.library')} close={close}>
      <FieldRow>
        <TextInput
          type="search"
          label={say('draft.library-find')}
          value={wanted}
          onChange={event => setWanted(event.currentTarget.value)}
        />
        {level !== 'school' && (
          <NativeSelect
            label={say('draft.library-level')}
            value={whose}
            onChange={event => setWhose(event.currentTarget.value as Level | '')}
            data={[
              ...LEVELS.slice(LEVELS.indexOf(level)).map(value => ({
                value: value as string,
                label: say(`plans.level.${value}`),
              })),
              { value: '', label: say('draft.library-level-all') },
            ]}
          />
        )}
      </FieldRow>
      <QueryView query={templates} height={320}>
        {({ items }) => {
          const found = items.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(words))
          return found.length === 0 ? (
            <p>{say('draft.library-none')}</p>
          ) : (
            <ul className="plain-list stack">
              {found.map(template => (
                <li key={template.id} className="stack-tight" style={{ alignItems: 'flex-start' }}>
                  <strong>{template.title}</strong>
                  <p>{template.text}</p>
                  <p className="note">{factsOf(template)}</p>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={say('draft.library-take', { title: template.title })}
                    onClick={() => take(template)}
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

/** When, who, what proves it and which indicator that feeds. */
function factsOf({ term, responsible, evidence, indicator }: Template): string {
  return [
    term && say('draft.library-term', { words: term }),
    responsible.length > 0 &&
      say('draft.library-who', { body: responsible.map(({ original }) => original).join(', ') }),
    evidence && say('draft.library-evidence', { what: lowerFirst(evidence) }),
    indicator && say('draft.library-indicator', { number: indicator }),
  ]
    .filter(Boolean)
    .join(' · ')
}
