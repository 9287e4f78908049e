import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useId, useRef, useState } from 'react'
import { say } from '../messages/say.ts'
import style from './figure.module.css'
import { PlainTable } from './plain-table.tsx'

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
      <Picture svg={svg} title={title} />
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

/** Where it is wider than its place it is scrolled, by the keyboard too. */
function Picture({ svg, title }: { svg: string; title: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={box}
      className={style.picture}
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
      // Drawn by our own server from numbers, its texts escaped there; no style and no script can be in it.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}
