/** A letter to one person. Its words are found by whoever sends it; a copy is kept nowhere. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** Stable name of the letter ('digest-5'): a mail program that gets it twice can tell. */
  readonly name?: string
}

/** A letter that did not go. Carries no address and no words, so that it can be logged. */
export class LetterError extends Error {
  /** True: nothing was delivered, try again. False: nobody knows whether it was. */
  readonly certain: boolean

  constructor(message: string, certain: boolean) {
    super(message)
    this.name = 'LetterError'
    this.certain = certain
  }
}

export interface Mailer {
  /** Is there somebody to give letters to? Throws LetterError (certain) otherwise. Ask before a batch. */
  ready(): Promise<void>
  /** Hands a letter over. Throws LetterError; an address that is none is refused for certain. */
  send(letter: Letter): Promise<void>
  close(): void
}

const MAX_ADDRESS = 254
const ADDRESS = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[^\s@,;:<>()[\]\\"]+$/

/**
 * One plain address, and nothing that could become a second one or another header. Narrower than RFC 5322 (no quoted
 * local parts, no comments): what people have, and nothing else.
 */
export function isAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS && ADDRESS.test(text) && !/[\p{Cc}\p{Cf}]/u.test(text)
}

/** A header is one line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
