import { Link } from '@tanstack/react-router'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMe } from '../../../web/shell/session.ts'

/** What one is, in sentences. */
export function OwnRoles() {
  const { grants } = useMe()
  return (
    <Section title={say('profile.roles')} card aside={<Link to="/access">{say('nav.access')}</Link>}>
      <ul className="stack-tight" style={{ paddingLeft: 20 }}>
        {grants
          .filter(grant => grant.active)
          .map(grant => (
            <li key={grant.id}>{grant.sentence}</li>
          ))}
      </ul>
    </Section>
  )
}
