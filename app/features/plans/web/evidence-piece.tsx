import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { Request } from '../../../web/client/contract-types.ts'
import { AttachFiles, type Sent } from '../../../web/components/attach-files.tsx'
import { DateInput } from '../../../web/components/date-input.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './measure-acts.module.css'

type Given = Request<'POST /api/measures/:id/submit'>['body']['evidence'][number]

/** A piece of evidence while it is being written. */
export interface Piece {
  readonly key: number
  readonly kind: Given['kind']
  readonly title: string
  readonly number: string
  readonly date: string
  readonly url: string
  readonly files: readonly Sent[]
}

const KINDS = ['order', 'note', 'protocol', 'link', 'photo', 'other'] as const
let made = 0

export function newPiece(): Piece {
  made += 1
  return { key: made, kind: 'order', title: '', number: '', date: '', url: '', files: [] }
}

/** What is missing, in words; null when the piece proves something. */
export function whyIncomplete({ kind, title, number, date, url, files }: Piece): string | null {
  if (!title.trim()) return say('measure.piece-title-missing')
  if (kind === 'link' && !url.trim()) return say('measure.piece-url-missing')
  if (url.trim() && !URL.canParse(url.trim())) return say('measure.piece-url-wrong')
  const named = number.trim() !== '' && date !== ''
  return named || url.trim() || files.length > 0 ? null : say('measure.piece-incomplete')
}

export function evidenceOf({ kind, title, number, date, url, files }: Piece): Given {
  return {
    kind,
    title: title.trim(),
    number: number.trim() || null,
    date: date || null,
    url: url.trim() || null,
    files: files.map(({ id }) => id),
  }
}

interface Props {
  readonly id: string | undefined
  readonly number: number
  readonly piece: Piece
  readonly error: string | null
  readonly unitId: number
  readonly change: (changes: Partial<Piece>) => void
  readonly remove: () => void
}

/** One document, address or picture: what it is, its number and date, where it is found. */
export function EvidencePiece({ id, number, piece, error, unitId, change, remove }: Props) {
  return (
    <fieldset className={style.piece} id={id} tabIndex={-1}>
      <legend>{say('measure.piece', { number })}</legend>
      <NativeSelect
        label={say('measure.piece-kind')}
        value={piece.kind}
        onChange={event => change({ kind: event.currentTarget.value as Piece['kind'] })}
        data={KINDS.map(kind => ({ value: kind, label: say(`measure.kind.${kind}`) }))}
      />
      <TextInput
        label={say('measure.piece-title')}
        description={say('measure.piece-title-hint')}
        value={piece.title}
        maxLength={500}
        error={error}
        onChange={event => change({ title: event.currentTarget.value })}
      />
      {piece.kind !== 'link' && piece.kind !== 'photo' && (
        <div className={style.short}>
          <TextInput
            label={say('measure.piece-number')}
            value={piece.number}
            maxLength={100}
            onChange={event => change({ number: event.currentTarget.value })}
          />
          <DateInput
            label={say('measure.piece-date')}
            value={piece.date}
            onChange={event => change({ date: event.currentTarget.value })}
          />
        </div>
      )}
      <TextInput
        label={
          piece.kind === 'link'
            ? say('measure.piece-url')
            : `${say('measure.piece-url')} ${say('form.optional')}`
        }
        type="url"
        inputMode="url"
        value={piece.url}
        onChange={event => change({ url: event.currentTarget.value })}
      />
      <AttachFiles unitId={unitId} files={piece.files} change={files => change({ files })} />
      <div>
        <Button variant="subtle" size="compact-sm" onClick={remove}>
          {say('measure.remove-piece', { number })}
        </Button>
      </div>
    </fieldset>
  )
}
