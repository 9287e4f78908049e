import { z } from 'zod'
import type { Contract } from '../../platform/http/endpoint.ts'
import type { Access } from '../accounts/index.ts'
import { instant } from './contract-parts.ts'

/** The terms of a person as a calendar that other programs fetch by its address. */
export const calendarContract = {
  'GET /api/my-calendar': {
    summary: 'Whether the reader has a calendar address in this role.',
    access: 'plan.read',
    response: z.object({ since: instant.nullable() }),
  },
  'POST /api/my-calendar': {
    summary: 'Makes the address of the reader’s calendar; an earlier one ends. It is shown this once.',
    access: 'plan.read',
    response: z.object({ address: z.string() }),
  },
  'DELETE /api/my-calendar': {
    summary: 'Ends the address of the reader’s calendar.',
    access: 'plan.read',
  },
  'GET /api/calendars/:token': {
    summary: 'The terms of the person whose address this is, as iCalendar.',
    access: 'public',
    params: z.object({ token: z.string().regex(/^[\w-]{20,80}(\.ics)?$/) }),
    download: true,
    transaction: false,
  },
} as const satisfies Contract<Access>
