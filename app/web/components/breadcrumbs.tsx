import { Link, type LinkProps } from '@tanstack/react-router'
import { say } from '../messages/say.ts'
import { lastSearch } from '../shell/last-search.ts'
import style from './breadcrumbs.module.css'
import { Icon } from './icon.tsx'

export interface Crumb {
  readonly label: string
  readonly link: LinkProps
}

/** The way up from this page; the page itself is the heading below. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={say('shell.breadcrumbs')} className="no-print">
      <ol className={style.list}>
        {crumbs.map(({ label, link }, index) => (
          <li key={label}>
            {/* Up to a list as it was left. */}
            <Link search={lastSearch(link.params ? undefined : link.to) as never} {...link}>
              {label}
            </Link>
            {index < crumbs.length - 1 && <Icon name="chevron" size={12} />}
          </li>
        ))}
      </ol>
    </nav>
  )
}
