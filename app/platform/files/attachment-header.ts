/**
 * `Content-Disposition` that offers a file for saving, never for showing: the name in UTF-8 (RFC 5987, 6266) and a
 * spelling in ASCII for programs that know no better. Takes a cleaned name.
 */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
