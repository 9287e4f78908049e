import type { ChannelId } from '../channels/contract.ts'
import { nullZ } from './null-shape.ts'

/**
 * How much heavier than normal the right tail of honest classes is (h of the null's shape, null-shape.ts), beyond what
 * the left and the middle of the values show. Effects of a class on single tasks (a topic just taught, a marker's
 * habit, two groups in one class) are rare and large, and the classes of one real region show it, nothing planted:
 * maximum likelihood of z beyond 1.645 gives .03 [.02; .045] for the profile of tasks, .03 [.015; .04] for homogeneity,
 * .03 [.02; .045] for leniency; nothing for level, boundary and journal, nothing more for similarity, whose tail is
 * heavy beforehand. The leak is a projection of the same residuals as the profile; its own tail could be seen only where
 * the odd classes had made a profile believed.
 *
 * What is odd in that region is in these numbers too: where honesty and its opposite look the same, the budget of false
 * alarms counts them as honest. A class 4 standard deviations out counts as one of 3.4, one of 5 as 4.0. Without it these channels take the
 * budget from those whose tails are short.
 */
const HONEST_TAIL: Readonly<Partial<Record<ChannelId, number>>> = {
  'task-profile': 0.03,
  homogeneity: 0.03,
  leniency: 0.03,
  leak: 0.03,
}

/** The scale on which honest classes are standard normal in the tail too; the same left of the centre. */
export function tailScale(channel: ChannelId | null): (z: number) => number {
  const tail = channel === null ? 0 : (HONEST_TAIL[channel] ?? 0)
  return tail === 0 ? z => z : z => nullZ({ centre: 0, spread: 1, skew: 0, tail }, z)
}
