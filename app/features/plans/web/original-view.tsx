import { memo, useEffect, useRef } from 'react'
import { say } from '../../../web/messages/say.ts'
import type { DraftMeasure, Original } from './draft.ts'
import style from './plan-editor.module.css'
import { scrolled } from './scrolled.ts'

interface Props {
  readonly original: Original
  /** Where the measure that is open beside it came from. */
  readonly source: DraftMeasure['source']
}

/** The document as it was sent; the rows of the measure that is open are brought into sight. */
export function OriginalView({ original, source }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const here = source && frame.current?.querySelector<HTMLElement>('[data-here="true"]')
    // Only inside its own frame: the page stays where the person is writing.
    if (here && frame.current) frame.current.scrollTop = here.offsetTop - frame.current.clientHeight / 3
  }, [source])
  return (
    <section className="stack-tight" aria-label={say('draft.original')}>
      <h2>{say('draft.original')}</h2>
      <p className="note">{say('draft.original-hint')}</p>
      <div ref={frame} className={style.original} {...scrolled(say('draft.original'))}>
        {original.map((block, index) => (
          <Block key={index} block={block} rows={source?.block === index ? source.rows : NO_ROWS} />
        ))}
      </div>
    </section>
  )
}

const NO_ROWS: readonly number[] = []

const Block = memo(({ block, rows }: { block: Original[number]; rows: readonly number[] }) => {
  if (block.kind === 'paragraph') return <p data-here={rows.length > 0}>{block.text}</p>
  return (
    <table>
      <tbody>
        {block.rows.map((cells, row) => (
          <tr key={row} data-here={rows.includes(row)}>
            {cells.map(({ text, columns, rows: high }, column) => (
              <td key={column} colSpan={columns} rowSpan={high}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
})
