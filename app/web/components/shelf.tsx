import { createContext, type ReactNode, useContext, useEffect } from 'react'
import type { ApiError } from '../client/api-error.ts'
import { ProblemPanel } from './problem-panel.tsx'
import { Section } from './section.tsx'

/** Tells the page around it whether something lies on a shelf. */
export const ShelvesContext = createContext<(id: string, holds: boolean) => void>(() => {})

interface Props<Data> {
  readonly id: string
  readonly title: string
  readonly query: {
    readonly data: Data | undefined
    readonly error: ApiError | null
    readonly refetch: () => unknown
  }
  readonly isEmpty: (data: Data) => boolean
  readonly aside?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/**
 * One shelf of «Моя работа»: it stands there only while something lies on it, so that nobody looks through empty places for
 * what waits. What could not be read is shown: silence would say that nothing waits.
 */
export function Shelf<Data>({ id, title, query, isEmpty, aside, children }: Props<Data>) {
  const tell = useContext(ShelvesContext)
  const { data, error } = query
  const holds = data === undefined ? error !== null : !isEmpty(data)
  const known = data !== undefined || error !== null
  useEffect(() => {
    if (known) tell(id, holds)
  }, [tell, id, known, holds])
  if (!holds) return null
  return (
    <Section title={title} aside={aside}>
      {data === undefined ? <ProblemPanel error={error!} retry={() => query.refetch()} /> : children(data)}
    </Section>
  )
}
