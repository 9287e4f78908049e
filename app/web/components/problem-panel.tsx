import { Button } from '@mantine/core'
import { ApiError, type Trouble } from '../client/api-error.ts'
import { say } from '../messages/say.ts'
import { Icon } from './icon.tsx'
import style from './problem-panel.module.css'
import { ProblemsTable } from './problems-table.tsx'

/**
 * The one way an error is shown: what happened, what to do, and the code to read over the phone. Problems that have a
 * place in a file are listed in a table.
 */
export function ProblemPanel({ error, retry }: { error: Error; retry?: () => void }) {
  const known = error instanceof ApiError ? error : null
  const problems: readonly Trouble[] = known?.problems ?? [
    { code: 'page-broke', text: say('problem.page-broke'), advice: say('problem.page-broke.advice') },
  ]
  const placed = problems.filter(problem => problem.place?.row !== undefined)
  const plain = problems.filter(problem => problem.place?.row === undefined)
  return (
    <section className={style.panel} role="alert">
      <Icon name="alert" size={22} />
      <div className="stack">
        {plain.map((problem, index) => (
          <div key={`${problem.code}${index}`}>
            <p className={style.what}>{problem.text}</p>
            <p>{problem.advice}</p>
          </div>
        ))}
        {placed.length > 0 && <ProblemsTable problems={placed} />}
        {retry && (
          <div>
            <Button variant="default" size="sm" onClick={retry}>
              {say('action.try-again')}
            </Button>
          </div>
        )}
        {known?.id && (
          <p className="note">
            {say('problem.quote')} <code className={style.id}>{known.id}</code>
          </p>
        )}
      </div>
    </section>
  )
}
