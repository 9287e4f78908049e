import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import style from './state-badge.module.css'

/** What a state asks of the reader, never how good or bad somebody is (LOOK.md, «Colour»). */
export type Tone = 'asks' | 'accepted' | 'confirmed' | 'unknown' | 'going' | 'error'

const icons: Record<Tone, IconName> = {
  asks: 'alert',
  accepted: 'check',
  confirmed: 'info',
  unknown: 'clock',
  going: 'half',
  error: 'close',
}

/** A state as words, a picture and a colour together, so that none of the three has to carry it alone. */
export function StateBadge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={style.badge} data-tone={tone}>
      <Icon name={icon ?? icons[tone]} size={14} />
      {children}
    </span>
  )
}
