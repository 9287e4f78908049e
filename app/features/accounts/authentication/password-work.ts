import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { ProblemError } from '../../../platform/problem.ts'

/**
 * Hashing a password is made to be slow (scrypt, 32 MB). Two at a time leave the machine usable; a longer queue than
 * this is an attack or a Monday, and waiting in it would only time out.
 */
const AT_ONCE = 2
const QUEUE = 60

/** The account library's scrypt behind a short queue. Throws ProblemError `sign-in-busy` when the queue is full. */
export class PasswordWork {
  #running = 0
  readonly #waiting: (() => void)[] = []

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hashPassword(password))
  }

  verify(given: { hash: string; password: string }): Promise<boolean> {
    return this.#inTurn(() => verifyPassword(given))
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= QUEUE) throw new ProblemError({ code: 'sign-in-busy' })
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    } else this.#running++
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }
}
