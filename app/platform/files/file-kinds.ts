/** What may be attached: told by content, called by its extension, sent back under its media type. */
export const FILE_KINDS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  csv: { mediaType: 'text/csv', extensions: ['csv'] },
  text: { mediaType: 'text/plain', extensions: ['txt'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  heic: { mediaType: 'image/heic', extensions: ['heic', 'heif'] },
  tiff: { mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
} as const satisfies Readonly<Record<string, { mediaType: string; extensions: readonly string[] }>>

export type FileKind = keyof typeof FILE_KINDS

/** Why a content is not taken; each has its words in the catalogues (`problem.file-kind-refused`). */
export type Refusal =
  | 'program'
  | 'page'
  | 'macros'
  | 'archive'
  | 'oldOffice'
  | 'protected'
  | 'damaged'
  | 'twoInOne'
  | 'other'

export type Recognised = { readonly kind: FileKind } | { readonly refused: Refusal }

const REFUSED_EXTENSIONS: Readonly<Partial<Record<Refusal, readonly string[]>>> = {
  program: [
    ...[
      'exe',
      'com',
      'scr',
      'msi',
      'dll',
      'bat',
      'cmd',
      'ps1',
      'sh',
      'js',
      'mjs',
      'jse',
      'vbs',
      'vbe',
      'wsf',
    ],
    ...['hta', 'jar', 'lnk', 'reg', 'cpl', 'pif', 'apk', 'app', 'deb', 'rpm', 'py', 'php', 'url'],
  ],
  page: ['html', 'htm', 'xhtml', 'mht', 'mhtml', 'svg', 'svgz', 'xml', 'xsl'],
  macros: ['docm', 'dotm', 'xlsm', 'xltm', 'xlsb', 'xlam', 'pptm', 'ppsm', 'potm'],
  archive: ['zip', 'rar', '7z', 'tar', 'gz', 'tgz', 'iso', 'cab', 'arj'],
  oldOffice: ['doc', 'xls', 'ppt', 'rtf'],
}

/** A name that says by itself that the file is not taken, whatever is inside. */
export function refusedByExtension(extension: string): Refusal | null {
  const found = Object.entries(REFUSED_EXTENSIONS).find(([, names]) => names.includes(extension))
  return (found?.[0] as Refusal | undefined) ?? null
}
