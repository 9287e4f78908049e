const MEGABYTE = 1024 * 1024

/** Bytes as megabytes, unrounded. */
export function megabytes(bytes: number): number {
  return bytes / MEGABYTE
}
