import { Button } from '@mantine/core'
import { useState } from 'react'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import type { List } from './federal-import-page.tsx'
import { Markers } from './markers.tsx'

type Row = List['list'][number]

const FIRST = 20

/** The rows as the file has them. */
export function ListRows({ rows }: { rows: readonly Row[] }) {
  const [all, setAll] = useState(false)
  return (
    <Section title={say('federal.list-rows')}>
      <PlainTable<Row>
        label={say('federal.list-rows')}
        rows={all ? rows : rows.slice(0, FIRST)}
        rowKey={(_, index) => index}
        columns={[
          { header: say('problems.row'), numeric: true, cell: row => row.row },
          { header: say('federal.year'), cell: row => row.year },
          { header: say('unit.login'), cell: row => row.login },
          { header: say('unit.kind.municipality'), cell: row => row.municipality },
          { header: say('federal.school'), cell: row => row.school },
          { header: say('federal.markers'), cell: row => <Markers markers={row.markers} /> },
        ]}
      />
      {!all && rows.length > FIRST && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {say('registry.show-all', { count: rows.length })}
          </Button>
        </div>
      )}
    </Section>
  )
}
