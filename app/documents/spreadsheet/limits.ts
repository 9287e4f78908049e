import type { SpreadsheetLimits } from './types.ts'

/**
 * Rows, columns and characters are the format's own bounds (ECMA-376; Excel specifications and limits). The unpacked
 * gigabyte is some thirty times the largest protocol of a region.
 */
export const DEFAULT_LIMITS: SpreadsheetLimits = {
  uncompressedBytes: 2 ** 30,
  rowsPerSheet: 1_048_576,
  columns: 16_384,
  cellCharacters: 32_767,
  sharedCharacters: 64 * 2 ** 20,
}

/** Parts of the archive (sheets, styles, pictures…). Ordinary workbooks have ten to a hundred. */
export const MAX_PARTS = 10_000
