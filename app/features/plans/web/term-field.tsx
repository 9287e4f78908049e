import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { dateInWords } from '../../../web/components/dates.tsx'
import { say } from '../../../web/messages/say.ts'

interface Props {
  readonly value: string
  readonly change: (value: string) => void
  /** What the reader of documents was unsure of. */
  readonly doubt: ReactNode
  readonly period: { readonly start: string; readonly end: string; readonly school: boolean }
}

const PAUSE = 350
const SHOWN = 6

/** The words of a term, and beside them what is understood of them within the period of the plan. */
export function TermField({ value, change, doubt, period }: Props) {
  const [words] = useDebouncedValue(value.trim(), PAUSE)
  const known = Boolean(words && period.start && period.end)
  const read = useQuery({
    queryKey: ['POST /api/plans/read-term', words, period.start, period.end, period.school],
    queryFn: ({ signal }) =>
      api('POST /api/plans/read-term', { body: { words: words.slice(0, 500), ...period }, signal }),
    enabled: known,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className="stack-tight">
      <TextInput
        label={say('draft.term')}
        value={value}
        onChange={event => change(event.currentTarget.value)}
      />
      {doubt}
      <div className="note" aria-live="polite">
        {known && read.data?.term && (
          <>
            <p>{say('draft.understood', { words: wordsOf(read.data.term) })}</p>
            {read.data.dates.length > 1 && (
              <p>
                {say('draft.term-days', {
                  days:
                    read.data.dates.slice(0, SHOWN).map(dateInWords).join(', ') +
                    (read.data.dates.length > SHOWN ? '…' : ''),
                })}
              </p>
            )}
            {read.data.term.doubts.map(one => (
              <p key={one}>{one}</p>
            ))}
          </>
        )}
        {known && read.data?.term === null && say('draft.understood-not')}
      </div>
    </div>
  )
}

type Term = NonNullable<Answer<'POST /api/plans/read-term'>['term']>

function wordsOf({ kind, start, end }: Term): string {
  return say(`draft.term-kind.${kind}`, {
    start: start ? dateInWords(start) : '…',
    end: end ? dateInWords(end) : '…',
  })
}
