/**
 * Which works have another total than their answers come to. A mask does not say what a short answer is worth: where
 * most works of a paper have more than a point for each comes to, some answers are worth two, and only a total below the
 * sum is still a contradiction.
 *
 * @param works total and sum of every work whose answers are all readable
 * @returns indexes of works to be told of; how many are explained by answers worth more than a point
 */
export function judgeSums(works: readonly { readonly total: number; readonly sum: number }[]): {
  differing: number[]
  weighted: number
} {
  const above = works.filter(({ total, sum }) => total > sum).length
  const isWeighted = above * 2 > works.length
  const differing = [...works.keys()].filter(i => {
    const { total, sum } = works[i]
    return isWeighted ? total < sum : total !== sum
  })
  return { differing, weighted: isWeighted ? above : 0 }
}
