import { measuresContract } from './measures-contract.ts'
import { plansContract as ofPlans } from './plans-contract.ts'

/** Plans, their measures, and what proves them. */
export const plansContract = { ...ofPlans, ...measuresContract } as const
