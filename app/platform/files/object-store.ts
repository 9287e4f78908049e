/**
 * Contents of files by their hash (SHA-256, 64 hexadecimal digits): written once, never changed, the same content is
 * kept once. What a file is called and whose it is stands in the database; a content that no row names is swept.
 */
export interface ObjectStore {
  /** Its contents go over a network: no transaction is held open for them. */
  readonly isRemote: boolean
  /**
   * Keeps what `content` gives, whole or not at all. `inspect` sees the complete content on the local disk before it
   * is kept; when it throws, nothing is kept.
   */
  put(
    content: AsyncIterable<Uint8Array>,
    inspect?: (staged: StagedContent) => Promise<void>,
  ): Promise<StoredObject>
  /**
   * Opens a content. Throws ProblemError `file-content-lost` when it is not there; one that is not what its hash says
   * fails while it is read, with `file-content-damaged`. A store out of reach is `file-store-away`, here and below.
   */
  get(hash: string): Promise<NodeJS.ReadableStream & AsyncIterable<Uint8Array>>
  has(hash: string): Promise<boolean>
  /** Removes a content; one that is not there is no error. */
  remove(hash: string): Promise<void>
  /** Everything that is kept, in no particular order. */
  list(): AsyncIterable<ListedObject>
  /** Removes what interrupted uploads left before the instant; their number. */
  discardUnfinished(before: Date): Promise<number>
  close(): void
}

export interface StoredObject {
  readonly hash: string
  /** Bytes. */
  readonly size: number
}

/** A content received in full, not kept yet. */
export interface StagedContent extends StoredObject {
  readonly path: string
}

export interface ListedObject extends StoredObject {
  readonly changedAt: Date
}

const HASH = /^[0-9a-f]{64}$/

/** A hash comes from the database or a listing; anything else would be a path in disguise. */
export function checkHash(hash: string): string {
  if (!HASH.test(hash)) throw new Error('not a content hash')
  return hash
}

export function isHash(text: string): boolean {
  return HASH.test(text)
}
