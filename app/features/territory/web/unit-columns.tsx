import type { Column } from '../../../web/components/data-table.tsx'
import { type UnitRow, unitKindWords } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { Tags } from './tags.tsx'
import { UnitState } from './unit-state.tsx'

type Columns = [Column<UnitRow>, ...Column<UnitRow>[]]

/** Columns of a list of schools; below one municipality it need not be repeated in every row. */
export function schoolColumns({ municipality = true } = {}): Columns {
  return [
    name(),
    { id: 'login', header: say('unit.login'), sort: 'login', cell: unit => unit.login },
    ...(municipality
      ? [{ id: 'municipality', header: say('unit.kind.municipality'), cell: municipalityOf }]
      : []),
    { id: 'kind', header: say('unit.school-kind'), cell: unitKindWords },
    { id: 'locality', header: say('unit.locality'), cell: unit => unit.locality },
    marks(),
  ]
}

export function municipalityColumns(): Columns {
  return [name(), { id: 'code', header: say('unit.code'), sort: 'code', cell: unit => unit.code }, marks()]
}

function name(): Column<UnitRow> {
  return { id: 'name', header: say('unit.name'), sort: 'name', cell: unit => unit.name }
}

function municipalityOf(unit: UnitRow): string | undefined {
  return unit.municipality?.name
}

function marks(): Column<UnitRow> {
  return {
    id: 'state',
    header: say('unit.marks'),
    cell: unit =>
      unit.state.kind === 'active' && unit.tags.length === 0 ? null : (
        <div className="row">
          <UnitState state={unit.state} />
          <Tags tags={unit.tags} />
        </div>
      ),
  }
}
