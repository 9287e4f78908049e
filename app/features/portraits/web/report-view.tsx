import { type Laid, layOutBlocks } from '../../../documents/report/lay-out-blocks.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { DateText } from '../../../web/components/dates.tsx'
import { Figure } from '../../../web/components/figure.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { ScrollFrame } from '../../../web/components/scroll-frame.tsx'
import style from './report-view.module.css'

type Report = Answer<'GET /api/portraits/:run/:unit'>['report']
type Block = Report['sections'][number]['blocks'][number]
type Table = Extract<Block, { kind: 'table' }>

/** A report as a sheet of paper: the same blocks in the same order as in the PDF. */
export function ReportView({ report: { kind, title, lead, date, sections } }: { report: Report }) {
  return (
    <article className={style.sheet} aria-label={`${kind}: ${title}`}>
      <header className={style.head}>
        <p className={style.kind}>{kind}</p>
        <p className={style.title}>{title}</p>
        <p className="muted">{lead}</p>
        <p className="note">
          <DateText date={date} />
        </p>
      </header>
      {sections.map(({ id, title, blocks }) => (
        <section key={id} id={id} className={style.section} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          {layOutBlocks(blocks).map((laid, index) => (
            // Blocks of a report never change their places.
            <LaidView key={index} laid={laid} />
          ))}
        </section>
      ))}
    </article>
  )
}

function LaidView({ laid }: { laid: Laid<Block> }) {
  switch (laid.kind) {
    case 'heading':
      return <h3>{laid.text}</h3>
    case 'sentence':
      return <Sentence tone={laid.tone}>{laid.text}</Sentence>
    case 'facts':
      return (
        <dl className={style.facts}>
          {laid.rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value.text}</dd>
            </div>
          ))}
        </dl>
      )
    case 'tables':
      return <TableView tables={laid.tables} />
    case 'figures':
      return (
        <div className={laid.figures.length > 1 ? style.pair : undefined}>
          {laid.figures.map(figure => (
            <FigureView key={figure.id} figure={figure} />
          ))}
        </div>
      )
  }
}

/** A picture under the name of what it is about. */
function FigureView({
  figure: { heading, title, description, svg, note, data },
}: {
  figure: Extract<Block, { kind: 'figure' }>
}) {
  const table = {
    head: data.columns.map(column => column.title),
    rows: data.rows.map(row => row.map(({ text }) => text)),
  }
  return (
    <div className={style.figure}>
      {heading !== undefined && <h3>{heading}</h3>}
      <Figure figure={{ title, description, svg, table }} />
      {note !== undefined && <p className="note">{note}</p>}
    </div>
  )
}

function Sentence({
  tone,
  children,
}: {
  tone: Extract<Block, { kind: 'sentence' }>['tone']
  children: string
}) {
  if (tone === 'plain') return <p>{children}</p>
  if (tone === 'note') return <p className="note">{children}</p>
  return (
    <p className={style.sentence} data-tone={tone}>
      <Icon name={tone === 'notable' ? 'alert' : 'check'} size={16} />
      <span>{children}</span>
    </p>
  )
}

/**
 * Tables under one head, each with its name above its rows; a single one has it as its caption. Stays a table on a phone too,
 * and is moved sideways there: its rows are read against each other.
 */
function TableView({ tables }: { tables: readonly Table[] }) {
  const [{ caption, columns }] = tables
  const joined = tables.length > 1
  return (
    <ScrollFrame label={caption} className={style.frame}>
      <table className={style.table}>
        {!joined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ title, align }) => (
              <th key={title} scope="col" data-align={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {tables.map(table => (
          <tbody key={table.id}>
            {joined && (
              <tr className={style.group}>
                <th scope="rowgroup" colSpan={columns.length}>
                  {table.caption}
                </th>
              </tr>
            )}
            {table.rows.map((row, index) => (
              <tr key={index}>
                {row.map(({ text, kind }, column) => (
                  <td key={columns[column].title} data-align={columns[column].align} data-kind={kind}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollFrame>
  )
}
