import { type ReactNode, useEffect, useId, useRef } from 'react'
import { say } from '../messages/say.ts'
import style from './dialog.module.css'
import { Icon } from './icon.tsx'

interface Props {
  readonly title: string
  readonly close: () => void
  readonly children: ReactNode
  /** 'side' comes from the edge (navigation on a phone), 'top' leaves room below (search). */
  readonly place?: 'middle' | 'top' | 'side'
  /** The title is read out but not shown. */
  readonly quiet?: boolean
}

/**
 * A question or a tool over the page. The browser's own `<dialog>`: it holds the focus, closes by Escape, makes the
 * page behind it inert and gives the focus back. Drawn only while it is open.
 */
export function Dialog({ title, close, children, place = 'middle', quiet = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the browser's; the click is on the ground around.
    <dialog
      ref={dialog}
      className={style.dialog}
      data-place={place}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault()
        close()
      }}
      onClick={event => {
        if (event.target === dialog.current) close()
      }}
    >
      <div className={style.sheet}>
        <div className={quiet ? 'visually-hidden' : style.head}>
          <h2 id={id}>{title}</h2>
          {!quiet && (
            <button type="button" className={style.close} onClick={close} aria-label={say('action.close')}>
              <Icon name="close" size={18} />
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  )
}
