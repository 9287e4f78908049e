/**
 * A sentence that has not been worded yet: the id of a message in the application's catalogues and the values
 * that go into it. The package never contains text for people, so that the same finding can be said in Russian
 * or English, on screen, in a document or in a terminal.
 */
export interface Message {
  readonly id: string
  readonly params: Readonly<Record<string, string | number>>
}

export function message(id: string, params: Record<string, string | number> = {}): Message {
  return { id, params }
}
