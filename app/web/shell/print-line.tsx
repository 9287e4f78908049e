import { useMatches } from '@tanstack/react-router'
import { useAnswer } from '../client/queries.ts'
import { dateInWords } from '../components/dates.tsx'
import { useUrlSearch } from '../components/url-search.ts'
import { say } from '../messages/say.ts'
import { actingGrant, useMe } from './session.ts'

/** On paper alone: whose territory the sheet speaks of, and of which day it is; the context bar stays on the screen. */
export function PrintLine() {
  const me = useMe()
  const [{ unit = '' }] = useUrlSearch()
  const narrowed = useMatches({
    select: matches => matches.at(-1)?.staticData.context?.includes('unit') ?? false,
  })
  const chosen = useAnswer(
    'GET /api/units/:id',
    { params: { id: unit } },
    { enabled: narrowed && unit !== '' },
  )
  const territory = (narrowed && chosen.data?.name) || actingGrant(me)?.unit.name
  return (
    <p className="print-only note">
      {say('app.name')} · {territory && `${say('context.unit')}: ${territory} · `}
      {dateInWords(new Date().toLocaleDateString('sv'))}
    </p>
  )
}
