import type { ErrorComponentProps } from '@tanstack/react-router'
import { ApiError, isNowhere } from '../client/api-error.ts'
import { ProblemPanel } from '../components/problem-panel.tsx'
import { NotFound } from './not-found.tsx'

/** A page that could not be drawn: the words of the server when it refused, ours when the page itself broke. */
export function PageBroke({ error, reset }: ErrorComponentProps) {
  if (error instanceof ApiError && isNowhere(error)) return <NotFound />
  return <ProblemPanel error={error as Error} retry={reset} />
}
