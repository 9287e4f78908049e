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
          {blocks.map((block, index) => (
            // Blocks of a report never change their places.
            <BlockView key={index} block={block} />
          ))}
        </section>
      ))}
    </article>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'sentence':
      return <Sentence tone={block.tone}>{block.text}</Sentence>
    case 'facts':
      return (
        <dl className={style.facts}>
          {block.rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value.text}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <TableView table={block} />
    case 'figure': {
      const { title, description, svg, data } = block
      const table = {
        head: data.columns.map(column => column.title),
        rows: data.rows.map(row => row.map(({ text }) => text)),
      }
      return <Figure figure={{ title, description, svg, table }} />
    }
  }
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

/** Stays a table on a phone too, and is moved sideways there: its rows are read against each other. */
function TableView({ table: { caption, columns, rows } }: { table: Table }) {
  return (
    <ScrollFrame label={caption} className={style.frame}>
      <table className={style.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, align }) => (
              <th key={title} scope="col" data-align={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map(({ text, kind }, column) => (
                <td key={columns[column].title} data-align={columns[column].align} data-kind={kind}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
