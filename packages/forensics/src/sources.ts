import { message } from './message.ts'
import type { Source } from './method.ts'

function source(kind: Source['kind'], id: string): Source {
  return { kind, title: message(`source.${id}`) }
}

/** Documents and papers the methods lean on; one entry per work, worded in the catalogues. */
export const sources = {
  method2019HighMean: source('norm', 'method-2019.high-mean'),
  method2019Journal: source('norm', 'method-2019.journal-mismatch'),
  method2019Rise: source('norm', 'method-2019.cohort-rise'),
  method2019Fall: source('norm', 'method-2019.cohort-fall'),
  quartiles: source('paper', 'hyndman-fan-1996'),
  regulator2017: source('press', 'regulator-2017'),
  clopperPearson: source('paper', 'clopper-pearson-1934'),
  extraneousVariance: source('paper', 'kleinman-1973'),
  wilson: source('paper', 'wilson-1927'),
  weightedKappa: source('paper', 'cohen-1968'),
  stuart: source('paper', 'stuart-1955'),
  maxwell: source('paper', 'maxwell-1970'),
  derSimonianLaird: source('paper', 'dersimonian-laird-1986'),
  funnelPlots: source('paper', 'spiegelhalter-2005-funnel'),
  overdispersion: source('paper', 'spiegelhalter-2005-overdispersion'),
  regulation: source('paper', 'spiegelhalter-2012'),
  falseDiscovery: source('paper', 'benjamini-hochberg-1995'),
  alpha: source('paper', 'cronbach-1951'),
  ownBunching: source('own', 'own.boundary-bunching'),
  ownInversion: source('own', 'own.task-inversion'),
} as const
