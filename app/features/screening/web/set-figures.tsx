import { useAnswer } from '../../../web/client/queries.ts'
import { Figure, useFigureWidth } from '../../../web/components/figure.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { MarkedSchools } from './marked-schools.tsx'
import style from './set-figures.module.css'

interface Props {
  readonly run: number
  readonly position: number
  readonly under: number | undefined
  readonly kind: string | undefined
}

/** The pictures of one work: funnel, distribution with its boundaries, tasks, journal. They never change. */
export function SetFigures({ run, position, under, kind }: Props) {
  const drawn = useAnswer('GET /api/runs/:id/figures', {
    params: { id: run },
    query: { set: position, under, kind, ...useFigureWidth() },
  })
  return (
    <QueryView query={drawn} height={760}>
      {({ figures, boundaries, notes }) => (
        <div className="stack">
          {notes.map(note => (
            <p key={note} className="note">
              {note}
            </p>
          ))}
          <div className={style.grid}>
            {figures.map(figure => (
              <div key={figure.name} className="card">
                <Figure figure={figure} />
                {figure.name.endsWith('-funnel') && (
                  <MarkedSchools run={run} position={position} under={under} kind={kind} />
                )}
              </div>
            ))}
            {boundaries.length > 0 && (
              <div className="card stack">
                <h3>{say('runs.boundaries')}</h3>
                <p className="note">{say('runs.boundaries-meaning')}</p>
                <Boundaries boundaries={boundaries} />
              </div>
            )}
          </div>
        </div>
      )}
    </QueryView>
  )
}

interface Counts {
  readonly below: number
  readonly at: number
}

function Boundaries({
  boundaries,
}: {
  boundaries: readonly { mark: number; score: number; own: Counts | null; region: Counts }[]
}) {
  const own = boundaries.some(one => one.own !== null)
  return (
    <PlainTable
      label={say('runs.boundaries')}
      rows={boundaries}
      rowKey={({ mark }) => mark}
      columns={[
        { header: say('runs.boundary'), cell: ({ mark, score }) => say('runs.boundary-of', { mark, score }) },
        ...(own
          ? [
              {
                header: say('runs.boundary-own'),
                cell: (row: (typeof boundaries)[number]) => (row.own ? <Pair counts={row.own} /> : '—'),
              },
            ]
          : []),
        { header: say('runs.boundary-region'), cell: ({ region }) => <Pair counts={region} /> },
      ]}
    />
  )
}

/** «469 → 4 010»: works one point short, and works just there. */
function Pair({ counts: { below, at } }: { counts: Counts }) {
  return (
    <span className="unbroken">
      <NumberText value={below} /> → <NumberText value={at} />
    </span>
  )
}
