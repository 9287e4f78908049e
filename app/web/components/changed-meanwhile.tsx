import { Button } from '@mantine/core'
import { say } from '../messages/say.ts'
import { Icon } from './icon.tsx'
import { PlainTable } from './plain-table.tsx'
import { Section } from './section.tsx'

interface Props<Name extends string, Values extends Record<Name, string>> {
  readonly names: readonly Name[]
  readonly labels: Readonly<Record<Name, string>>
  readonly base: Values
  readonly theirs: Values
  readonly mine: Values
  /** How a value that is there is shown. */
  readonly words: (name: Name, value: string) => string
  /** Goes back to the form with these values, over the other's version. */
  readonly resolve: (values: Values) => void
}

/** Two people changed one record: all three values side by side, and the second decides knowingly. */
export function ChangedMeanwhile<Name extends string, Values extends Record<Name, string>>(
  props: Props<Name, Values>,
) {
  const { names, labels, base, theirs, mine, words, resolve } = props
  // What only the other touched is taken over; where both touched, mine stands to be looked at.
  const merged = { ...mine }
  for (const name of names) if (mine[name] === base[name]) merged[name] = theirs[name]
  const shown = (name: Name, values: Values) =>
    values[name] ? words(name, values[name]) : say('conflict.empty')
  return (
    <Section title={say('conflict.title')} meaning={say('conflict.meaning')} card>
      <div role="alert" className="visually-hidden">
        {say('conflict.title')}
      </div>
      <PlainTable
        label={say('conflict.title')}
        rows={names.filter(name => mine[name] !== theirs[name])}
        rowKey={name => name}
        columns={[
          { header: say('conflict.field'), cell: name => labels[name] },
          { header: say('conflict.before'), cell: name => shown(name, base) },
          {
            header: say('conflict.theirs'),
            cell: name => (
              <span className="row">
                {theirs[name] !== base[name] && <Icon name="person" size={14} />}
                {shown(name, theirs)}
              </span>
            ),
          },
          { header: say('conflict.mine'), cell: name => shown(name, mine) },
        ]}
      />
      <div className="row">
        <Button onClick={() => resolve(merged)}>{say('conflict.merge')}</Button>
        <Button variant="default" onClick={() => resolve({ ...mine, ...pick(theirs, names) })}>
          {say('conflict.take-theirs')}
        </Button>
      </div>
    </Section>
  )
}

function pick<Name extends string, Values extends Record<Name, string>>(
  values: Values,
  names: readonly Name[],
): Pick<Values, Name> {
  return Object.fromEntries(names.map(name => [name, values[name]])) as Pick<Values, Name>
}
