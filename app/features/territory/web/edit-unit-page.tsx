import { useParams } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { crumbsOf } from './crumbs-of.ts'
import { UnitActs } from './unit-acts.tsx'
import { UnitForm } from './unit-form.tsx'

/** Correcting what is known about a unit, and the acts that change what it is. */
export function EditUnitPage() {
  const { id } = useParams({ from: '/signed-in/units/$id/edit' })
  const unit = useAnswer('GET /api/units/:id', { params: { id } }, { ofPage: true })
  return (
    <>
      <PageHeader
        title={unit.data && say('unit.edit-title')}
        meaning={unit.data?.name}
        crumbs={crumbsOf(unit.data, { itself: true })}
      />
      <QueryView query={unit} height={480}>
        {given => (
          <div className="stack-wide">
            <UnitForm unit={given} />
            {given.kind !== 'region' && <UnitActs unit={given} />}
          </div>
        )}
      </QueryView>
    </>
  )
}
