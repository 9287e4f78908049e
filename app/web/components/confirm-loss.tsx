import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { say } from '../messages/say.ts'
import { Dialog } from './dialog.tsx'
import { ProblemPanel } from './problem-panel.tsx'

interface Props {
  /** The act as a question: «Отозвать роль?» */
  readonly question: string
  /** Repeats what will be lost, by name. */
  readonly loss: ReactNode
  /** The act as the words of its button: «Отозвать роль». */
  readonly act: string
  readonly run: () => Promise<unknown>
  /** The control that asks; it is given what opens the question. */
  readonly children: (ask: () => void) => ReactNode
}

/** For acts that cannot be undone: says what will be lost, and does it only then. */
export function ConfirmLoss({ question, loss, act, run, children }: Props) {
  const [asked, setAsked] = useState(false)
  const [going, setGoing] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const close = () => {
    setAsked(false)
    setError(null)
  }
  const go = async () => {
    setGoing(true)
    try {
      await run()
      close()
    } catch (failed) {
      setError(failed as Error)
    } finally {
      setGoing(false)
    }
  }
  return (
    <>
      {children(() => setAsked(true))}
      {asked && (
        <Dialog title={question} close={close}>
          {typeof loss === 'string' ? <p>{loss}</p> : loss}
          {error && <ProblemPanel error={error} />}
          <div className="row">
            {/* The safe way stands first and has the focus. */}
            <Button variant="default" onClick={close}>
              {say('action.keep')}
            </Button>
            <Button variant="outline" loading={going} onClick={go}>
              {act}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
