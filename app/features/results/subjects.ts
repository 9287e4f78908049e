/** A subject as specifications spell it, and how its name looks in any case form (folded text, ё as е). */
interface SubjectPattern {
  readonly subject: string
  readonly pattern: RegExp
}

const word = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u')

/** Subjects of ВПР with their case forms and the usual abbreviations; the longer name stands before its part. */
const SUBJECTS: readonly SubjectPattern[] = [
  { subject: 'Русский язык', pattern: word('русск(?:ий|ого|ому|им|ом)(?: яз[а-я]*)?|рус(?: яз)?|ру') },
  { subject: 'Математика', pattern: word('математик(?:а|и|е|у|ой)|матем?|ма') },
  { subject: 'Окружающий мир', pattern: word('окружающ(?:ий|его|ему|им|ем) мир[а-я]*|окр(?:уж)? мир|ом') },
  { subject: 'Литературное чтение', pattern: word('литературн(?:ое|ого|ому|ым|ом) чтени[а-я]+') },
  { subject: 'Литература', pattern: word('литератур(?:а|ы|е|у|ой)|лит') },
  { subject: 'Английский язык', pattern: word('английск(?:ий|ого|ому|им|ом)(?: яз[а-я]*)?|англ(?: яз)?') },
  { subject: 'Немецкий язык', pattern: word('немецк(?:ий|ого|ому|им|ом)(?: яз[а-я]*)?|нем(?: яз)?') },
  { subject: 'Французский язык', pattern: word('французск(?:ий|ого|ому|им|ом)(?: яз[а-я]*)?|франц(?: яз)?') },
  { subject: 'Испанский язык', pattern: word('испанск(?:ий|ого|ому|им|ом)(?: яз[а-я]*)?') },
  { subject: 'Китайский язык', pattern: word('китайск(?:ий|ого|ому|им|ом)(?: яз[а-я]*)?') },
  { subject: 'Биология', pattern: word('биологи(?:я|и|ю|ей)|био(?:л)?') },
  { subject: 'История', pattern: word('истори(?:я|и|ю|ей)|ист') },
  { subject: 'География', pattern: word('географи(?:я|и|ю|ей)|гео(?:гр)?') },
  { subject: 'Обществознание', pattern: word('обществознани(?:е|я|ю|ем|и)|общ(?:еств)?') },
  { subject: 'Физика', pattern: word('физик(?:а|и|е|у|ой)|физ') },
  { subject: 'Химия', pattern: word('хими(?:я|и|ю|ей)|хим') },
  { subject: 'Информатика', pattern: word('информатик(?:а|и|е|у|ой)|инф(?:орм)?') },
]

/**
 * The subject named in a text, or null where none or several are named: «по русскому языку», «окружающему миру»,
 * «иностранному (английскому) языку». The text is lower-case with ё as е and single spaces.
 */
export function subjectOf(text: string): string | null {
  const found = SUBJECTS.filter(({ pattern }) => pattern.test(text))
  return found.length === 1 ? found[0].subject : null
}

/** A subject given by a person (an option), spelled as in specifications; unknown ones are kept as written. */
export function spellSubject(text: string): string {
  return subjectOf(text.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ')) ?? text.trim()
}
