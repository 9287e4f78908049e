import { say } from '../messages/say.ts'
import { ExportButton } from './export-button.tsx'

/** Files that somebody attached to an act, each with its download. */
export function AttachedFiles({
  files,
}: {
  files: readonly { readonly id: number; readonly name: string }[]
}) {
  return files.map(({ id, name }) => (
    <div key={id}>
      <ExportButton
        operation="GET /api/files/:id/content"
        request={{ params: { id } }}
        format={name}
        label={say('action.download', { name })}
      />
    </div>
  ))
}
