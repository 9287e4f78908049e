import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { Icon } from '../../../web/components/icon.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Doubt, DraftMeasure } from './draft.ts'
import style from './plan-editor.module.css'
import { TermField } from './term-field.tsx'

interface Props {
  readonly measure: DraftMeasure
  readonly change: (changes: Partial<DraftMeasure>) => void
  readonly period: { readonly start: string; readonly end: string; readonly school: boolean }
  /** Parts the measure in two where the cursor last stood in its words; null where it never did. */
  readonly split: (cursor: number | null) => void
  /** Adding, joining, taking away. */
  readonly acts: ReactNode
}

type Words = Exclude<keyof DraftMeasure, 'key' | 'bodies' | 'doubtful' | 'source'>

const LEVELS = ['region', 'municipality', 'school'] as const
const MORE = ['place', 'participants', 'performer', 'note', 'completion'] as const

/** Every field of a measure; what is unsure says so under itself, until the field is changed or the measure confirmed. */
export function DraftMeasureFields({ measure, change, period, split, acts }: Props) {
  const cursor = useRef<number | null>(null)
  const doubts = (field: string) =>
    measure.doubtful.filter(one => one.field === field).map(one => <DoubtLine key={one.reason} doubt={one} />)
  const set = (name: Words, value: string) =>
    change({ [name]: value, doubtful: measure.doubtful.filter(({ field }) => field !== name) })
  const line = (name: Words, label: string) => (
    <div className="stack-tight">
      <TextInput
        label={label}
        value={measure[name]}
        onChange={event => set(name, event.currentTarget.value)}
      />
      {doubts(name)}
    </div>
  )
  const area = (name: Words, label: string, hint?: string) => (
    <div className="stack-tight">
      <Textarea
        label={label}
        description={hint}
        autosize
        minRows={name === 'text' ? 2 : 1}
        maxRows={14}
        value={measure[name]}
        onChange={event => set(name, event.currentTarget.value)}
        onSelect={event => {
          if (name === 'text') cursor.current = event.currentTarget.selectionStart
        }}
      />
      {doubts(name)}
    </div>
  )
  return (
    <div className={style.fields}>
      {area('text', say('draft.text'), say('draft.split-hint'))}
      <div className={style.short}>
        {line('number', say('draft.number'))}
        {line('year', say('draft.year'))}
        <NativeSelect
          label={say('draft.level')}
          value={measure.level}
          onChange={event => set('level', event.currentTarget.value)}
          data={[
            { value: '', label: say('draft.level-own') },
            ...LEVELS.map(value => ({ value, label: say(`plans.level.${value}`) })),
          ]}
        />
      </div>
      {line('section', say('draft.section'))}
      <TermField
        value={measure.term}
        change={value => set('term', value)}
        doubt={doubts('term')}
        period={period}
      />
      {area('responsible', say('draft.responsible'), say('draft.responsible-hint'))}
      {area('expectedResult', say('draft.expected'))}
      <details>
        <summary>{say('draft.more')}</summary>
        <div className="stack" style={{ paddingTop: 12 }}>
          <div className={style.short}>
            {line('plannedStart', say('draft.planned-start'))}
            {line('plannedFinish', say('draft.planned-finish'))}
          </div>
          {MORE.map(name => (
            <div key={name}>{area(name, say(`draft.${name}`))}</div>
          ))}
        </div>
      </details>
      <div className="row">
        {measure.doubtful.length > 0 && (
          <Button size="sm" variant="default" onClick={() => change({ doubtful: [] })}>
            {say('draft.confirm')}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={() => split(cursor.current)}>
          {say('draft.split')}
        </Button>
        {acts}
      </div>
    </div>
  )
}

function DoubtLine({ doubt: { text } }: { doubt: Doubt }) {
  return (
    <p className={style.doubt}>
      <Icon name="help" size={14} />
      {text}
    </p>
  )
}
