import { ProblemError } from '../problem.ts'

const MEGABYTE = 2 ** 20

/** The content as it comes, as long as it is no larger than `limit` bytes. Throws ProblemError `too-large`. */
export async function* limitContent(
  content: AsyncIterable<Uint8Array>,
  limit: number,
  file: string,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of content) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit, file)
    yield chunk
  }
}

export function tooLarge(limit: number, file?: string): ProblemError {
  const params = { megabytes: Math.round(limit / MEGABYTE) }
  return new ProblemError({ code: 'too-large', params, ...(file ? { place: { file } } : {}) })
}
