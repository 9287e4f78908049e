import { accounts } from './accounts.ts'
import { federalList } from './federal-list.ts'
import { jobs } from './jobs.ts'
import { measures } from './measures.ts'
import { plans } from './plans.ts'
import { portraits } from './portraits.ts'
import { procedures } from './procedures.ts'
import { results } from './results.ts'
import { screening } from './screening.ts'
import { shell } from './shell.ts'
import { signals } from './signals.ts'
import { territory } from './territory.ts'
import { work } from './work.ts'

export default {
  ...shell,
  ...accounts,
  ...federalList,
  ...jobs,
  ...measures,
  ...plans,
  ...portraits,
  ...procedures,
  ...signals,
  ...results,
  ...screening,
  ...territory,
  ...work,
} as const
