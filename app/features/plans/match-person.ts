/** An account by its owner's name: «Фамилия Имя Отчество», or with the surname last, or with initials. */
export interface NamedAccount {
  readonly id: string
  readonly name: string
}

interface PersonName {
  readonly surname: string
  /** Given name and patronymic, each whole or its first letter alone. */
  readonly given: readonly string[]
}

/**
 * Ids of the accounts that bear a name, each once. The surname is the same letter by letter (ё is е), and so is every
 * given name the document writes, as far as both write it out. A surname alone is nobody's.
 */
export function matchPerson(person: string, accounts: readonly NamedAccount[]): readonly string[] {
  const wanted = nameOf(person)
  if (wanted === null || wanted.given.length === 0) return []
  const bearing = accounts.filter(({ name }) => {
    const found = nameOf(name)
    return (
      found !== null &&
      found.surname === wanted.surname &&
      wanted.given.every((part, at) => agree(part, found.given[at]))
    )
  })
  return [...new Set(bearing.map(({ id }) => id))]
}

function agree(wanted: string, found: string | undefined): boolean {
  if (found === undefined) return false
  const length = Math.min(wanted.length, found.length)
  return length === 1 ? wanted[0] === found[0] : wanted === found
}

const PATRONYMIC = /(?:вич|ьич|вна|ична|инична)$|^(?:оглы|кызы)$/

/** «Петрова А.Б.», «А. Б. Петрова», «Петрова Анна Борисовна», «Анна Борисовна Петрова». */
function nameOf(words: string): PersonName | null {
  const parts = words
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\u2010-\u2015]/g, '-')
    .split(/[\s.,\u00A0\u202F]+/)
    .filter(part => /^\p{L}[\p{L}-]*$/u.test(part))
  const whole = parts.filter(part => part.length > 1)
  if (whole.length === 0) return null
  if (whole.length === 1) {
    const at = parts.indexOf(whole[0])
    // Initials stand on one side of the surname.
    return { surname: whole[0], given: at === 0 ? parts.slice(1) : parts.slice(0, at) }
  }
  // Behind a patronymic comes a surname; otherwise it stands first.
  const last = parts.length === 3 && PATRONYMIC.test(parts[1]) && !PATRONYMIC.test(parts[2])
  return last
    ? { surname: parts[2], given: parts.slice(0, 2) }
    : { surname: parts[0], given: parts.slice(1, 3) }
}
