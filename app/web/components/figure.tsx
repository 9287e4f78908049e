import { useMediaQuery } from '@mantine/hooks'
import { useId } from 'react'
import { say } from '../messages/say.ts'
import style from './figure.module.css'
import { PlainTable } from './plain-table.tsx'
import { ScrollFrame } from './scroll-frame.tsx'

/** A picture as the server draws it, with all that is needed to read it without seeing it. */
export interface Drawn {
  readonly title: string
  readonly description: string
  readonly svg: string
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

/** What to ask the server for: on a phone a picture is drawn for a phone, not shrunk or cut. */
export function useFigureWidth(): { narrow?: 'yes' } {
  return useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false })
    ? { narrow: 'yes' }
    : {}
}

/** A picture whose caption is the finding; what is drawn stands under it, the numbers on demand. */
export function Figure({ figure: { title, description, svg, table } }: { figure: Drawn }) {
  const id = useId()
  const [first] = table.head
  return (
    <figure className={style.figure} aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <ScrollFrame
        label={title}
        className={style.picture}
        // Drawn by our own server from numbers, its texts escaped there; no style and no script can be in it.
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <p className="note">{description}</p>
      {first !== undefined && (
        <details className="no-print">
          <summary>{say('figure.table')}</summary>
          <PlainTable<readonly string[]>
            label={title}
            rows={table.rows}
            rowKey={(_, index) => index}
            columns={table.head.map((header, column) => ({
              header,
              cell: row => row[column],
              numeric: column > 0,
            }))}
          />
        </details>
      )}
    </figure>
  )
}
