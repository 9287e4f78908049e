import { Button, Checkbox } from '@mantine/core'
import { memo, type ReactNode, useState } from 'react'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { say } from '../../../web/messages/say.ts'
import { type DraftMeasure, emptyMeasure, measureFromLibrary, mergeMeasures, splitMeasure } from './draft.ts'
import { DraftMeasureFields } from './draft-measure.tsx'
import { MeasureLibrary } from './measure-library.tsx'
import style from './plan-editor.module.css'

interface Props {
  readonly measures: readonly DraftMeasure[]
  readonly change: (measures: readonly DraftMeasure[]) => void
  readonly open: number | null
  readonly setOpen: (key: number | null) => void
  readonly period: { readonly start: string; readonly end: string; readonly school: boolean }
  readonly level: 'region' | 'municipality' | 'school'
}

/** Measures of a draft, one of them open; any can be added, joined with the next, taken away and put back. */
export function DraftList({ measures, change, open, setOpen, period, level }: Props) {
  const [onlyDoubtful, setOnlyDoubtful] = useState(false)
  const [library, setLibrary] = useState(false)
  const [removed, setRemoved] = useState<{ at: number; measure: DraftMeasure } | null>(null)
  // What is added at the end goes on with the part that ends there.
  const lastSection = measures.at(-1)?.section ?? ''
  const doubtful = measures.filter(one => one.doubtful.length > 0)
  const add = (at: number, measure: DraftMeasure) => {
    change(measures.toSpliced(at, 0, measure))
    setOpen(measure.key)
  }
  const acts = (at: number): ReactNode => (
    <>
      <Button
        size="sm"
        variant="default"
        onClick={() => add(at + 1, emptyMeasure({ section: measures[at].section }))}
      >
        {say('draft.add-after')}
      </Button>
      {at + 1 < measures.length && (
        <Button
          size="sm"
          variant="default"
          onClick={() => change(measures.toSpliced(at, 2, mergeMeasures(measures[at], measures[at + 1])))}
        >
          {say('draft.merge')}
        </Button>
      )}
      <Button
        size="sm"
        variant="subtle"
        onClick={() => {
          setRemoved({ at, measure: measures[at] })
          change(measures.toSpliced(at, 1))
        }}
      >
        {say('draft.remove')}
      </Button>
    </>
  )
  return (
    <section className="stack" aria-label={say('draft.measures')}>
      <h2>{say('draft.measures')}</h2>
      {doubtful.length > 0 && (
        <Checkbox
          label={`${say('draft.only-doubtful')} (${doubtful.length})`}
          checked={onlyDoubtful}
          onChange={event => setOnlyDoubtful(event.currentTarget.checked)}
        />
      )}
      {measures.length === 0 ? (
        <EmptyState title={say('draft.no-measures')}>{say('draft.no-measures-meaning')}</EmptyState>
      ) : (
        <ul className={style.list}>
          {measures.map((measure, at) =>
            onlyDoubtful &&
            doubtful.length > 0 &&
            measure.doubtful.length === 0 &&
            open !== measure.key ? null : (
              <li key={measure.key}>
                <Line measure={measure} open={open === measure.key} setOpen={setOpen} />
                {open === measure.key && (
                  <DraftMeasureFields
                    measure={measure}
                    change={changes => change(measures.with(at, { ...measure, ...changes }))}
                    period={period}
                    split={cursor => {
                      const [first, second] = splitMeasure(measure, cursor)
                      change(measures.toSpliced(at, 1, first, second))
                      setOpen(second.key)
                    }}
                    acts={acts(at)}
                  />
                )}
              </li>
            ),
          )}
        </ul>
      )}
      <div className="row">
        <Button
          variant="default"
          onClick={() => add(measures.length, emptyMeasure({ section: lastSection }))}
        >
          {say('draft.add')}
        </Button>
        <Button variant="default" onClick={() => setLibrary(true)}>
          {say('draft.from-library')}
        </Button>
        {removed && (
          <Button
            variant="subtle"
            leftSection={<Icon name="undo" size={16} />}
            onClick={() => {
              add(Math.min(removed.at, measures.length), removed.measure)
              setRemoved(null)
            }}
          >
            {say('draft.put-back')}
          </Button>
        )}
      </div>
      {library && (
        <MeasureLibrary
          level={level}
          close={() => setLibrary(false)}
          take={template => {
            add(measures.length, { ...measureFromLibrary(template, level), section: lastSection })
            setLibrary(false)
          }}
        />
      )}
    </section>
  )
}

interface LineProps {
  readonly measure: DraftMeasure
  readonly open: boolean
  readonly setOpen: (key: number | null) => void
}

const Line = memo(({ measure: { key, number, text, doubtful }, open, setOpen }: LineProps) => (
  <button
    type="button"
    className={style.line}
    aria-expanded={open}
    onClick={() => setOpen(open ? null : key)}
  >
    {number && <span>{number}</span>}
    <span className={style.words}>{text || say('draft.untitled')}</span>
    {doubtful.length > 0 && (
      <span className={style.doubt}>
        <Icon name="help" size={14} />
        <span className="visually-hidden">{say('measures.doubtful')}</span>
      </span>
    )}
  </button>
))
