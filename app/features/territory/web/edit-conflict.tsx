import { Button } from '@mantine/core'
import { Icon } from '../../../web/components/icon.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { Section } from '../../../web/components/section.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { fieldsOf, type UnitField, type UnitValues } from './unit-values.ts'

interface Props {
  readonly base: UnitPage
  readonly theirs: UnitPage
  readonly mine: UnitValues
  readonly names: readonly UnitField[]
  /** Goes back to the form with these values, over the other's version. */
  readonly resolve: (values: UnitValues) => void
}

/** Two people changed one record: both versions side by side, and the second decides knowingly. */
export function EditConflict({ base, theirs, mine, names, resolve }: Props) {
  const before = fieldsOf(base)
  const now = fieldsOf(theirs)
  const differing = names.filter(name => mine[name] !== now[name])
  // What only the other touched is taken over; where both touched, mine stands to be looked at.
  const merged = { ...now }
  for (const name of names) if (mine[name] !== before[name]) merged[name] = mine[name]
  const words = (value: string) => value || say('conflict.empty')
  return (
    <Section title={say('conflict.title')} meaning={say('conflict.meaning')} card>
      <div role="alert" className="visually-hidden">
        {say('conflict.title')}
      </div>
      <PlainTable
        label={say('conflict.title')}
        rows={differing}
        rowKey={name => name}
        columns={[
          { header: say('conflict.field'), cell: name => say(`unit.field.${name}`) },
          { header: say('conflict.before'), cell: name => words(before[name]) },
          {
            header: say('conflict.theirs'),
            cell: name => (
              <span className="row">
                {now[name] !== before[name] && <Icon name="person" size={14} />}
                {words(now[name])}
              </span>
            ),
          },
          { header: say('conflict.mine'), cell: name => words(mine[name]) },
        ]}
      />
      <div className="row">
        <Button onClick={() => resolve(merged)}>{say('conflict.merge')}</Button>
        <Button variant="default" onClick={() => resolve(now)}>
          {say('conflict.take-theirs')}
        </Button>
      </div>
    </Section>
  )
}
