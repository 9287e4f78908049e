export interface ClassEntry {
  readonly grade: number
  readonly letter: string
}

const CLASS = /(?<!\d)(\d{1,2})(?!\d)\s*[-–]?\s*[«"]?(\p{L}{0,10})[»"]?/gu
const MOST_GRADES = 12

/**
 * Classes as people list them: «5А, 5Б; 6 «А», 7-В», one in a line or all in one. What is no class is given back as it
 * stands, so that it can be named.
 */
export function readClassList(text: string): { classes: ClassEntry[]; wrong: string[] } {
  const classes = new Map<string, ClassEntry>()
  const wrong: string[] = []
  for (const part of text.split(/[,;\n]/)) {
    const found = [...part.matchAll(CLASS)].map(([, grade, letter]) => {
      return { grade: Number(grade), letter: letter.toUpperCase() }
    })
    const rest = part.replace(CLASS, '').trim()
    if (rest !== '' || found.some(({ grade }) => grade < 1 || grade > MOST_GRADES)) wrong.push(part.trim())
    else for (const one of found) classes.set(`${one.grade} ${one.letter}`, one)
  }
  return { classes: [...classes.values()], wrong }
}
