import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { AreaField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { say } from '../../../web/messages/say.ts'
import { EvidencePiece, evidenceOf, newPiece, type Piece, whyIncomplete } from './evidence-piece.tsx'
import type { Measure } from './measure-page.tsx'
import { refreshWhenStale } from './refresh-when-stale.ts'
import type { Task } from './task-card.tsx'

interface Values {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** Hands in what proves a task: documents, addresses, files, or words where no document is made of it. */
export function SubmitForm({ task, measure }: { task: Task; measure: Measure }) {
  const client = useQueryClient()
  const form = useForm<Values>({
    initial: { text: '', pieces: task.evidence.length > 0 ? [] : [newPiece()] },
    check: ({ text, pieces }) => {
      const index = pieces.findIndex(piece => whyIncomplete(piece) !== null)
      if (index >= 0)
        return {
          pieces: say('measure.piece-wrong', { number: index + 1, why: whyIncomplete(pieces[index])! }),
        }
      return pieces.length === 0 && task.evidence.length === 0 && !text.trim()
        ? { text: say('measure.nothing-given') }
        : {}
    },
    send: async ({ text, pieces }) => {
      await refreshWhenStale(client, () =>
        api('POST /api/measures/:id/submit', {
          params: { id: measure.id },
          body: {
            version: measure.version,
            task: task.id,
            evidence: pieces.map(evidenceOf),
            ...(text.trim() ? { text: text.trim() } : {}),
          },
        }),
      )
      form.setValues({ text: '', pieces: [] })
    },
  })
  const { pieces } = form.values
  const setPieces = (after: readonly Piece[]) => form.set('pieces', after)
  const firstWrong = pieces.findIndex(piece => whyIncomplete(piece) !== null)
  return (
    <FormPage
      form={form}
      labels={{ text: say('measure.done-words') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('measure.act.submit')}
        </Button>
      }
    >
      <p className="muted">{say('measure.act-meaning.submit')}</p>
      <AreaField
        form={form}
        name="text"
        label={say('measure.done-words')}
        hint={say('measure.done-words-hint')}
        optional={pieces.length > 0}
      />
      {pieces.map((piece, index) => (
        <EvidencePiece
          key={piece.key}
          id={index === firstWrong ? form.idOf('pieces') : undefined}
          number={index + 1}
          piece={piece}
          error={form.errors.pieces === undefined ? null : whyIncomplete(piece)}
          unitId={measure.unit.id}
          change={changes =>
            // The latest values, not those of this drawing: files arrive one after another.
            form.setValues(before => ({
              ...before,
              pieces: before.pieces.map(one => (one.key === piece.key ? { ...one, ...changes } : one)),
            }))
          }
          remove={() => setPieces(pieces.filter(one => one.key !== piece.key))}
        />
      ))}
      <div>
        <Button
          variant="subtle"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setPieces([...pieces, newPiece()])}
        >
          {say('measure.add-piece')}
        </Button>
      </div>
    </FormPage>
  )
}
