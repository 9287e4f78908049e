import { type ReactNode, useId } from 'react'

interface Props {
  readonly title: string
  readonly meaning?: ReactNode
  /** What stands at the right of the heading: a link or a small button. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** On a card of its own, or straight on the page. */
  readonly card?: boolean
}

/** A part of a page with a heading of its own. */
export function Section({ title, meaning, aside, children, card = false }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={card ? 'card stack' : 'stack'}>
      <div className="stack-tight">
        <div className="row-apart">
          <h2 id={id}>{title}</h2>
          {aside && <div className="no-print">{aside}</div>}
        </div>
        {meaning && <p className="muted">{meaning}</p>}
      </div>
      {children}
    </section>
  )
}
