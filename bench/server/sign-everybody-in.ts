import { PASSWORD, type Visitor } from './fill-installation.ts'
import { BROWSER, signIn } from './sign-in.ts'

/** A visitor with what every request of theirs carries. */
export interface SignedIn<V extends Visitor> {
  readonly visitor: V
  readonly headers: Readonly<Record<string, string>>
}

export async function signEverybodyIn<V extends Visitor>(
  port: number,
  visitors: readonly V[],
): Promise<SignedIn<V>[]> {
  const known: SignedIn<V>[] = []
  for (const visitor of visitors) {
    const cookie = await signIn(`http://127.0.0.1:${port}`, visitor.email, PASSWORD)
    known.push({ visitor, headers: { ...BROWSER, cookie } })
  }
  return known
}
