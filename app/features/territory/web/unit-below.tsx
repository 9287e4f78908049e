import { Link } from '@tanstack/react-router'
import { useList } from '../../../web/client/queries.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { Section } from '../../../web/components/section.tsx'
import { schoolYearWords, type UnitPage } from '../../../web/components/unit-words.ts'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { municipalityColumns, schoolColumns } from './unit-columns.tsx'

const below = { region: 'municipality', municipality: 'school', school: 'class' } as const

/** What stands directly below a unit: the municipalities of a region, its schools, the classes of a school year. */
export function UnitBelow({ unit }: { unit: UnitPage }) {
  if (unit.kind === 'class') return null
  const kind = below[unit.kind]
  return kind === 'class' ? <Classes school={unit} /> : <Children unit={unit} kind={kind} />
}

function Children({ unit, kind }: { unit: UnitPage; kind: 'municipality' | 'school' }) {
  const may = useMay()
  const [search] = useUrlSearch()
  const sort = (['name', '-name', 'login', '-login', 'code', '-code'] as const).find(
    one => one === search.sort,
  )
  const units = useList('GET /api/units', { query: { under: unit.id, kind, sort } })
  return (
    <Section
      title={say(kind === 'school' ? 'units.schools' : 'units.municipalities')}
      aside={
        <div className="row">
          {may('unit.edit') && unit.state.kind === 'active' && (
            <Link to="/units/new" search={{ kind, at: String(unit.id) } as never}>
              {say(`new-unit.title.${kind}`)}
            </Link>
          )}
          {may('registry.export') && (
            <ExportButton
              operation="GET /api/registry/export.xlsx"
              request={{ query: { under: unit.id, kind } }}
              format="Excel"
            />
          )}
        </div>
      }
    >
      <DataTable
        label={say(kind === 'school' ? 'units.schools' : 'units.municipalities')}
        list={units}
        columns={kind === 'school' ? schoolColumns({ municipality: false }) : municipalityColumns()}
        rowKey={row => row.id}
        rowLink={row => ({ to: '/units/$id', params: { id: String(row.id) } })}
        empty={<EmptyState title={say('unit.below-empty')}>{say('units.empty-meaning')}</EmptyState>}
      />
    </Section>
  )
}

function Classes({ school }: { school: UnitPage }) {
  const may = useMay()
  const [{ period }] = useUrlSearch()
  const add = may('unit.edit') && school.state.kind === 'active' && (
    <Link to="/units/$id/classes" params={{ id: String(school.id) }} className="no-print">
      {say('classes.add')}
    </Link>
  )
  const year = period ? Number(period) : school.schoolYears[0]
  const classes = useList('GET /api/units', {
    query: { under: school.id, kind: 'class', schoolYear: year, state: 'all', limit: 200 },
  })
  if (year === undefined)
    return (
      <Section title={say('unit.classes')} aside={add}>
        <EmptyState title={say('unit.classes-empty')}>{say('unit.classes-meaning')}</EmptyState>
      </Section>
    )
  return (
    <Section title={say('unit.classes-of', { year: schoolYearWords(year) })} aside={add}>
      <DataTable
        label={say('unit.classes')}
        list={classes}
        columns={[
          { id: 'name', header: say('unit.kind.class'), cell: row => row.name },
          {
            id: 'year',
            header: say('context.period'),
            cell: row => row.schoolYear && schoolYearWords(row.schoolYear),
          },
        ]}
        rowKey={row => row.id}
        rowLink={row => ({ to: '/units/$id', params: { id: String(row.id) } })}
        empty={<EmptyState title={say('unit.classes-empty')}>{say('unit.classes-meaning')}</EmptyState>}
      />
    </Section>
  )
}
