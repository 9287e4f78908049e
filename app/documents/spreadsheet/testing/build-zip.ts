import { crc32, deflateRawSync } from 'node:zlib'

export interface TestEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** Packed bytes made beforehand, e.g. of a gigabyte that is never held; `content` is then not looked at. */
  readonly packed?: { readonly bytes: Uint8Array; readonly size: number; readonly crc: number }
  readonly stored?: boolean
  readonly encrypted?: boolean
  /** What the headers claim instead of the true size. */
  readonly declaredSize?: number
  readonly crc?: number
}

/** Builds a zip in memory, right or wrong as asked, independently of the writer under test. */
export function buildZip(entries: readonly TestEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let position = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const content = Buffer.from(entry.content)
    const body = entry.packed?.bytes ?? (entry.stored ? content : deflateRawSync(content))
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.encrypted ? 0x801 : 0x800, 2)
    fields.writeUInt16LE(entry.stored ? 0 : 8, 4)
    fields.writeUInt32LE(entry.crc ?? entry.packed?.crc ?? crc32(content), 10)
    fields.writeUInt32LE(body.length, 14)
    fields.writeUInt32LE(entry.declaredSize ?? entry.packed?.size ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const offset = Buffer.alloc(14)
    offset.writeUInt32LE(position, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, body])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, offset, name]))
    parts.push(local)
    position += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(position, 16)
  return Buffer.concat([...parts, ...directory, end])
}
