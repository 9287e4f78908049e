import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { Icon } from '../../../web/components/icon.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './access-page.module.css'

type Access = Answer<'GET /api/access'>

/** Who may do what, printed from the one file that decides it. */
export function AccessPage() {
  const access = useAnswer('GET /api/access', {})
  return (
    <>
      <PageHeader title={say('access.title')} meaning={say('access.meaning')} />
      <QueryView query={access} height={480}>
        {given => (
          <div className="stack-wide">
            {given.mine.length > 0 && (
              <p>
                {say('access.you')} <strong>{given.mine.join('; ')}</strong>
              </p>
            )}
            <RolesAndRights access={given} />
          </div>
        )}
      </QueryView>
    </>
  )
}

function kindWords(kind: string): string {
  return say(`unit.kind.${kind as 'region' | 'municipality' | 'school' | 'class'}`).toLowerCase()
}

function RolesAndRights({ access }: { access: Access }) {
  const mine = access.roles.find(({ name }) => access.mine[0]?.startsWith(name))
  const [chosen, setChosen] = useState<string>((mine ?? access.roles[0]).role)
  return (
    <>
      {/* On a phone one role at a time: the whole is wider and longer than anybody would scroll. */}
      <NativeSelect
        className={style.chooser}
        label={say('people.role')}
        value={chosen}
        onChange={event => setChosen(event.currentTarget.value)}
        data={access.roles.map(({ role, name }) => ({ value: role, label: name }))}
      />
      <Section title={say('access.roles')}>
        <div className={style.wide}>
          <Roles roles={access.roles} />
        </div>
        <div className={style.narrow}>
          <Roles roles={access.roles.filter(({ role }) => role === chosen)} />
        </div>
      </Section>
      <Section title={say('access.rights')} meaning={say('access.rights-meaning')}>
        <Matrix access={access} chosen={chosen} />
      </Section>
    </>
  )
}

function Roles({ roles }: { roles: Access['roles'] }) {
  return (
    <PlainTable<Access['roles'][number]>
      label={say('access.roles')}
      rows={roles}
      rowKey={role => role.role}
      columns={[
        { header: say('people.role'), cell: role => <strong>{role.name}</strong> },
        { header: say('access.about'), cell: role => role.about },
        { header: say('access.where'), cell: role => role.kinds.map(kindWords).join(', ') },
        {
          header: say('second-factor.title'),
          cell: role => say(role.secondFactor ? 'access.factor-required' : 'access.factor-optional'),
        },
      ]}
    />
  )
}

function Matrix({ access, chosen }: { access: Access; chosen: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrolled by the keyboard too.
    <section className={style.frame} aria-label={say('access.matrix')} tabIndex={0}>
      <table className={style.matrix}>
        <thead>
          <tr>
            <th scope="col">{say('access.right')}</th>
            {access.roles.map(({ role, name }) => (
              <th key={role} scope="col" data-chosen={role === chosen}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {access.rights.map(({ right, text, roles, regionOnly }) => (
            <tr key={right} data-given={(roles as readonly string[]).includes(chosen)}>
              <th scope="row">
                {text}
                {regionOnly && <span className="note"> · {say('access.region-only')}</span>}
              </th>
              {access.roles.map(({ role, name }) => (
                <td key={role} data-chosen={role === chosen}>
                  {roles.includes(role) ? (
                    <>
                      <Icon name="check" size={16} />
                      <span className="visually-hidden">{say('access.yes', { role: name })}</span>
                    </>
                  ) : (
                    <span className="visually-hidden">{say('access.no', { role: name })}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
