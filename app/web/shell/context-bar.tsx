import { useMatches, useParams } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useAnswer } from '../client/queries.ts'
import { Dialog } from '../components/dialog.tsx'
import { Icon } from '../components/icon.tsx'
import { UnitFinder } from '../components/unit-finder.tsx'
import { schoolYearWords } from '../components/unit-words.ts'
import { useUrlSearch } from '../components/url-search.ts'
import { say } from '../messages/say.ts'
import style from './context-bar.module.css'
import { actingGrant, type Right, useMay, useMe } from './session.ts'

/** Parts of the context; the chosen ones stay in the address from page to page (root-route.tsx). */
export type ContextPart = 'campaign' | 'unit' | 'period'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Parts of the context that change what this page shows; the others are kept but not offered. */
    context?: readonly ContextPart[]
    /** The right the page takes: without it the refusal alone is shown, and nothing is asked of the server. */
    right?: Right
  }
}

/** Which campaign, which part of the region and which time the page speaks of: the same on every page until it is changed. */
export function ContextBar() {
  const parts = useMatches({ select: matches => matches.at(-1)?.staticData.context ?? [] })
  if (parts.length === 0) return null
  return (
    <section className={`${style.bar} no-print`} aria-label={say('context.title')}>
      {parts.includes('campaign') && <CampaignPart />}
      {parts.includes('unit') && <UnitPart />}
      {parts.includes('period') && <PeriodPart />}
    </section>
  )
}

/** Campaigns are few: more than this many nobody chooses from a list. */
const MOST_CAMPAIGNS = 200

function CampaignPart() {
  const id = useId()
  const may = useMay()
  const [{ campaign = '' }, change] = useUrlSearch()
  const known = useAnswer(
    'GET /api/campaigns',
    { query: { limit: MOST_CAMPAIGNS } },
    { enabled: may('procedure.read') },
  )
  if (!may('procedure.read')) return null
  const campaigns = known.data?.items ?? []
  // Chosen by an address, and not in reach or not yet known: the choice must not look like another one.
  const strange = campaign !== '' && !campaigns.some(one => String(one.id) === campaign)
  return (
    <span className={style.part}>
      <label htmlFor={id} className="muted">
        {say('context.campaign')}
      </label>
      <select
        id={id}
        value={campaign}
        onChange={event => change({ campaign: event.currentTarget.value || undefined })}
      >
        <option value="">{say('context.all-campaigns')}</option>
        {strange && <option value={campaign}>{known.data ? say('context.no-campaign') : '…'}</option>}
        {campaigns.map(one => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
    </span>
  )
}

function UnitPart() {
  const me = useMe()
  const [{ unit }, change] = useUrlSearch()
  const [choosing, setChoosing] = useState(false)
  const chosen = useAnswer(
    'GET /api/units/:id',
    { params: { id: unit ?? '' } },
    { enabled: unit !== undefined },
  )
  const own = actingGrant(me)?.unit.name ?? say('context.everything')
  const take = (id: number | undefined) => {
    change({ unit: id === undefined ? undefined : String(id) })
    setChoosing(false)
  }
  return (
    <>
      <button type="button" className={style.part} onClick={() => setChoosing(true)} aria-haspopup="dialog">
        <span className="muted">{say('context.unit')}</span>
        {unit === undefined ? own : (chosen.data?.name ?? '…')}
        <Icon name="chevron" size={12} />
      </button>
      {unit !== undefined && (
        <button type="button" className={style.clear} onClick={() => take(undefined)}>
          <Icon name="close" size={12} /> {own}
        </button>
      )}
      {choosing && (
        <Dialog title={say('context.choose-unit')} close={() => setChoosing(false)}>
          <UnitFinder
            label={say('context.choose-unit')}
            hint={say('context.choose-hint')}
            kinds={['region', 'municipality', 'school']}
            autoFocus
            choose={({ id }) => take(id)}
          />
        </Dialog>
      )}
    </>
  )
}

/**
 * The school year that a page speaks of. Offered where it changes something: on the page of a school that has classes,
 * with the years it has them for.
 */
function PeriodPart() {
  const id = useId()
  const { id: unit } = useParams({ strict: false })
  const [{ period }, change] = useUrlSearch()
  const school = useAnswer(
    'GET /api/units/:id',
    { params: { id: unit ?? '' } },
    { enabled: unit !== undefined },
  )
  const known = school.data?.schoolYears ?? []
  if (known.length === 0) return null
  const years = period && !known.includes(Number(period)) ? [Number(period), ...known] : known
  return (
    <span className={style.part}>
      <label htmlFor={id} className="muted">
        {say('context.period')}
      </label>
      <select
        id={id}
        value={period ?? String(known[0])}
        onChange={event => change({ period: event.currentTarget.value })}
      >
        {years.map(year => (
          <option key={year} value={year}>
            {schoolYearWords(year)}
          </option>
        ))}
      </select>
    </span>
  )
}
