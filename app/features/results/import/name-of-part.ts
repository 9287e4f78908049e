/** Folder of one of several sets of a file; the set that the sent row itself stands for has the name of the file. */
export function nameOfPart(storeId: string, part: number): string {
  return `${storeId}-p${part}`
}
