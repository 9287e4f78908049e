import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { type UnitPage as Unit, unitKindWords } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { actingGrant, type Grant, useMay, useMe } from '../../../web/shell/session.ts'
import { crumbsOf } from './crumbs-of.ts'
import { Tags } from './tags.tsx'
import { UnitBelow } from './unit-below.tsx'
import { UnitFacts } from './unit-facts.tsx'
import { UnitPeople } from './unit-people.tsx'
import { UnitState } from './unit-state.tsx'

/** One unit at any level: what it is, who works there, what is below it, what happened to it. */
export function UnitPage() {
  const { id } = useParams({ from: '/signed-in/units/$id' })
  const unit = useAnswer('GET /api/units/:id', { params: { id } }, { ofPage: true })
  const may = useMay()
  const own = actingGrant(useMe())?.unit
  const given = unit.data
  return (
    <>
      <PageHeader
        title={given?.name}
        meaning={given && meaningOf(given)}
        crumbs={crumbsOf(given)}
        state={
          given && (
            <>
              <UnitState state={given.state} always />
              <Tags tags={given.tags} />
            </>
          )
        }
        action={
          given?.inReach &&
          may('unit.edit') && (
            <Button component={Link} to="/units/$id/edit" params={{ id } as never} variant="default">
              {say('unit.edit')}
            </Button>
          )
        }
      />
      <QueryView query={unit} height={420}>
        {known =>
          known.inReach ? (
            <div className="stack-wide">
              <UnitFacts unit={known} />
              {may('portrait.read') && known.kind !== 'class' && (
                <p className="no-print">
                  <Link to="/portraits" search={{ unit: String(known.id) } as never}>
                    {say('portraits.of-unit')}
                  </Link>
                </p>
              )}
              {may('person.read') && <UnitPeople unit={known} />}
              <UnitBelow unit={known} />
              {may('history.read') && <HistoryPanel subject="unit" id={String(known.id)} />}
            </div>
          ) : (
            <AboveOne own={own} />
          )
        }
      </QueryView>
    </>
  )
}

/** What stands above one's own unit: its name is known, what belongs to it is for those who work there. */
function AboveOne({ own }: { own: Grant['unit'] | undefined }) {
  return (
    <EmptyState
      title={say('unit.above')}
      action={
        own && (
          <Link to="/units/$id" params={{ id: String(own.id) }}>
            {own.name}
          </Link>
        )
      }
    >
      {say('unit.above-meaning')}
    </EmptyState>
  )
}

/** «Лицей, г. Заречный, Заречный район», «Класс, Школа № 1, Заречный район»: what it is and where, in one breath. */
function meaningOf(unit: Unit): string {
  const school = unit.kind === 'class' ? unit.wayUp.at(-1)?.name : null
  return [unitKindWords(unit), school, unit.locality, unit.municipality?.name].filter(Boolean).join(', ')
}
