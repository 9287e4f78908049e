import { accountsContract } from './features/accounts/contract.ts'
import { auditContract } from './features/audit/contract.ts'
import { backupsContract } from './features/backups/contract.ts'
import { federalListContract } from './features/federal-list/contract.ts'
import { filesContract } from './features/files/contract.ts'
import { jobsContract } from './features/jobs/contract.ts'
import { noticesContract } from './features/notices/contract.ts'
import { plansContract } from './features/plans/contract.ts'
import { portraitsContract } from './features/portraits/contract.ts'
import { proceduresContract } from './features/procedures/contract.ts'
import { resultsContract } from './features/results/contract.ts'
import { screeningContract } from './features/screening/contract.ts'
import { signalsContract } from './features/signals/contract.ts'
import { territoryContract } from './features/territory/contract.ts'

/** Every operation of the API. The web app is typed from this, the tests of access walk through it. */
export const contract = {
  ...accountsContract,
  ...territoryContract,
  ...auditContract,
  ...filesContract,
  ...jobsContract,
  ...noticesContract,
  ...backupsContract,
  ...proceduresContract,
  ...resultsContract,
  ...federalListContract,
  ...screeningContract,
  ...signalsContract,
  ...portraitsContract,
  ...plansContract,
} as const

export type ApiContract = typeof contract
