import { message } from '../message.ts'
import type { Measure } from '../method.ts'
import { sources } from '../sources.ts'
import type { Tally } from '../tally.ts'

export interface Reliability {
  /** Works in which every task says something. */
  readonly n: number
  readonly tasks: number
  /** Cronbach's alpha; null below two tasks or two works, or where every work has the same sum. */
  readonly alpha: number | null
}

/** Cronbach's alpha, K/(K − 1)·(1 − Σ var x_j / var Σx_j), over complete works. Cronbach 1951, Psychometrika 16. */
export const reliability: Measure<Tally, Reliability> = {
  id: 'reliability',
  family: 'own',
  version: '1',
  title: message('method.reliability.title'),
  sources: [sources.alpha],
  needs: ['tasks'],
  compute: ({ shape, complete }) => {
    const tasks = shape.taskMaxima.length
    const { count: n, sum, squares } = complete
    // Both variances carry the same divisor, which cancels.
    const total = squares - (sum * sum) / n
    if (tasks < 2 || n < 2 || total <= 0) return { n, tasks, alpha: null }
    let parts = 0
    for (let task = 0; task < tasks; task++)
      parts += complete.taskSquares[task] - complete.taskSums[task] ** 2 / n
    return { n, tasks, alpha: (tasks / (tasks - 1)) * (1 - parts / total) }
  },
}
