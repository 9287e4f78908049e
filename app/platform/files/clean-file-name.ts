/** Bytes of UTF-8: the longest name that usual file systems take. */
const MAX_BYTES = 200
/** Control characters, and those that turn the direction of writing or are not seen: «акт‮fdp.exe». */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{FFFD}]/gu
/** What some system takes for a path, a pattern or a stream. */
const FORBIDDEN = /[<>:"/\\|?*]/g
/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * The name of a file as it is shown and offered when saving: one line, without a path, the extension kept. The sender
 * chooses it, so nothing else may be done with it. Never empty.
 */
export function cleanFileName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? ''
  const seen = last
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(DEVICE, '_$1')
  return shorten(seen === '' ? 'file' : seen)
}

/** The extension in small letters, without the dot; '' when there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([^. ]{1,10})$/.exec(name)?.[1].toLowerCase() ?? ''
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const extension = /\.[^. ]{1,10}$/.exec(name)?.[0] ?? ''
  const stem = [...name.slice(0, name.length - extension.length)]
  while (Buffer.byteLength(stem.join('') + extension) > MAX_BYTES) stem.pop()
  return stem.join('').trimEnd() + extension
}
