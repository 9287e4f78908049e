import { Button } from '@mantine/core'
import { useState } from 'react'
import { counted } from '../../../web/components/counted.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { Section } from '../../../web/components/section.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { type Comparison, Pair } from './compare-page.tsx'

type School = Comparison['schools'][number]

const CHANGES = ['newly-marked', 'no-longer-marked', 'newly-flagged', 'no-longer-flagged', 'moved'] as const
type Change = (typeof CHANGES)[number]

/** Schools in sight at first; a comparison of different works lists nearly all of them. */
const SHOWN = 50

/** As the server has it: a degree that moved by less has stayed where it was. */
const MOVED = 0.5

/** Schools that stand otherwise in the later analysis, by place. */
export function ComparedSchools({ comparison: { counts, schools } }: { comparison: Comparison }) {
  const [{ change }] = useUrlSearch()
  const [shown, setShown] = useState(SHOWN)
  const chosen = CHANGES.find(one => one === change)
  const numbers: Record<Change, number> = {
    'newly-marked': counts.newlyMarked,
    'no-longer-marked': counts.noLongerMarked,
    'newly-flagged': counts.newlyFlagged,
    'no-longer-flagged': counts.noLongerFlagged,
    moved: counts.moved,
  }
  const rows = chosen ? schools.filter(school => is(school, chosen)) : schools
  return (
    <Section
      title={say('compare.schools')}
      meaning={say('compare.moved-of', { moved: counts.moved, measured: counts.measured })}
    >
      <Filters names={['change']}>
        <ChoiceFilter
          wide
          name="change"
          label={say('compare.change')}
          any={say('compare.any-change')}
          choices={CHANGES.map(value => ({ value, label: counted(say(`compare.${value}`), numbers[value]) }))}
        />
      </Filters>
      {rows.length === 0 ? (
        <EmptyState title={say('compare.no-schools')} />
      ) : (
        <PlainTable<School>
          label={say('compare.schools')}
          rows={rows.slice(0, shown)}
          rowKey={({ key }) => key}
          columns={[
            { header: say('signals.school'), cell: ({ name }) => name },
            { header: say('unit.kind.municipality'), cell: ({ municipality }) => municipality },
            { header: say('compare.newly-marked'), cell: ({ newlyMarked }) => newlyMarked.join('; ') },
            {
              header: say('compare.no-longer-marked'),
              cell: ({ noLongerMarked }) => noLongerMarked.join('; '),
            },
            { header: say('runs.own-sign'), cell: ({ flagged }) => <Flag {...flagged} /> },
            {
              header: say('signals.degree'),
              numeric: true,
              cell: ({ degree }) => <Pair {...degree} digits={2} />,
            },
            {
              header: say('signals.reply'),
              cell: ({ replies }) => (
                <div className="stack-tight">
                  {replies.map(reply => (
                    <span key={reply} className="note">
                      {reply}
                    </span>
                  ))}
                </div>
              ),
            },
          ]}
        />
      )}
      {rows.length > shown && (
        <div className="row-apart">
          <p className="note">
            {say('table.shown-of')} {shown} {say('table.of')} {rows.length}
          </p>
          <Button className="no-print" variant="default" onClick={() => setShown(shown + SHOWN)}>
            {say('table.more')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Flag({ before, after }: School['flagged']) {
  if (before === after) return before ? say('compare.stays') : ''
  return say(after ? 'compare.appeared' : 'compare.gone')
}

function is({ newlyMarked, noLongerMarked, flagged, degree }: School, change: Change): boolean {
  switch (change) {
    case 'newly-marked':
      return newlyMarked.length > 0
    case 'no-longer-marked':
      return noLongerMarked.length > 0
    case 'newly-flagged':
      return flagged.after && !flagged.before
    case 'no-longer-flagged':
      return flagged.before && !flagged.after
    case 'moved':
      return (
        degree.before !== null && degree.after !== null && Math.abs(degree.after - degree.before) >= MOVED
      )
  }
}
