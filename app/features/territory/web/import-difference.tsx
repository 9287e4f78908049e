import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './import-difference.module.css'

type Import = Answer<'GET /api/registry/imports/:id'>
type Changed = Import['changedUnits'][number]

/** What the file would change, against what is there: new, changed, missing, unchanged. */
export function ImportDifference({ given }: { given: Import }) {
  const done = given.state === 'committed'
  const municipalities = given.addedUnits.filter(({ kind }) => kind === 'municipality').length
  return (
    <Section title={say(done ? 'registry.difference-done' : 'registry.difference')}>
      <dl className={style.counts}>
        {(['added', 'changed', 'missing', 'unchanged'] as const).map(kind => (
          <div key={kind}>
            <dt>{say(`registry.${kind}`)}</dt>
            <dd>
              <NumberText value={given[kind]} />
              {kind === 'added' && municipalities > 0 && (
                <span className="note">
                  {say('registry.added-schools', { count: given.added - municipalities })},{' '}
                  {say('registry.added-municipalities', { count: municipalities })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Part title={say('registry.changed')} rows={given.changedUnits} last={changesOf} />
      <Part title={say('registry.missing')} rows={given.missingUnits} />
      <Part title={say('registry.added')} rows={given.addedUnits} />
    </Section>
  )
}

const FIRST = 20

interface PartProps<Row> {
  readonly title: string
  readonly rows: readonly Row[]
  readonly last?: (row: Row) => ReactNode
}

function Part<Row extends Import['addedUnits'][number]>({ title, rows, last }: PartProps<Row>) {
  const [all, setAll] = useState(false)
  if (rows.length === 0) return null
  return (
    <details className={style.part} open={rows.length <= FIRST}>
      <summary>
        {title}: <NumberText value={rows.length} />
      </summary>
      <div className="stack">
        <PlainTable<Row>
          label={title}
          rows={all ? rows : rows.slice(0, FIRST)}
          rowKey={(row, index) => row.unitId ?? `${row.row} ${index}`}
          columns={[
            { header: say('problems.row'), numeric: true, cell: row => row.row },
            { header: say('unit.name'), cell: row => row.name },
            { header: say('unit.login'), cell: row => row.login ?? row.code },
            { header: say('unit.kind.municipality'), cell: row => row.municipality },
            ...(last ? [{ header: say('registry.changes'), cell: last }] : []),
          ]}
        />
        {!all && rows.length > FIRST && (
          <div>
            <Button variant="default" onClick={() => setAll(true)}>
              {say('registry.show-all', { count: rows.length })}
            </Button>
          </div>
        )}
      </div>
    </details>
  )
}

function changesOf({ changes }: Changed): ReactNode {
  return (
    <ul className={style.changes}>
      {changes.map(({ field, label, before, after }) => (
        <li key={field}>
          <span className="muted">{label}:</span> <del>{before ?? say('conflict.empty')}</del> →{' '}
          <ins>{after ?? say('conflict.empty')}</ins>
        </li>
      ))}
    </ul>
  )
}
