import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ApiError } from '../client/api-error.ts'
import { ProblemPanel } from './problem-panel.tsx'

interface Props<Data> {
  readonly query: {
    readonly data: Data | undefined
    readonly error: ApiError | null
    readonly refetch: () => unknown
  }
  /** Height of what will stand here, so that nothing jumps when it comes. */
  readonly height?: number
  readonly children: (data: Data) => ReactNode
}

/** What an answer is shown as: bones while it is on its way, the error with «ещё раз», and then the content. */
export function QueryView<Data>({ query, height = 120, children }: Props<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <ProblemPanel error={query.error} retry={() => query.refetch()} />
  return <Skeleton h={height} radius="md" aria-busy="true" />
}
