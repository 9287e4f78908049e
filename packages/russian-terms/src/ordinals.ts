const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/^(перв|1|i$|l$|і$)/, 1],
  [/^(втор|2|ii$|п$|іі$)/, 2],
  [/^(трет|3|iii$|ш$|ііі$)/, 3],
  [/^(четв|4|iv$|1v$|іv$)/, 4],
  [/^(пят|5|v$)/, 5],
  [/^послед/, 9],
]
export const ORDINAL =
  '(перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+|последн[а-я]+|iii|ii|iv|ііі|іі|іv|1v|i|і|l|п|ш|[1-5])(?:\\s*-?\\s*(?:й|я|е|ом|ой|го|ая|ое|ый|ю|ую|м))?'

export function ordinal(word: string): number {
  return ORDINALS.find(([pattern]) => pattern.test(word))?.[1] ?? 0
}
