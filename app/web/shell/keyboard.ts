import { useEffect } from 'react'
import { moveAmongRows } from '../components/move-among-rows.ts'

const KEY = 'objektiv-keys'

/** Single-key commands can be switched off: a voice or a trembling hand may press them unmeant (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  return localStorage.getItem(KEY) !== 'off'
}

export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, 'off')
}

/** `/` finds, `?` shows the keys, `j` and `k` move over a list; by the place of the key, so in any layout. */
export function useKeyboard({ find, help }: { find: () => void; help: () => void }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!keysAreOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = actOf(event)
      if (!act) return
      event.preventDefault()
      if (act === 'find') find()
      else if (act === 'help') help()
      else moveAmongRows(document.getElementById('content'), act === 'next' ? 1 : -1)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}

function actOf({ key, code, shiftKey }: KeyboardEvent): 'find' | 'help' | 'next' | 'previous' | null {
  if (key === '?' || (code === 'Slash' && shiftKey)) return 'help'
  if (key === '/' || code === 'Slash') return 'find'
  if (code === 'KeyJ' && !shiftKey) return 'next'
  if (code === 'KeyK' && !shiftKey) return 'previous'
  return null
}

/** Typing in a field, or a dialog is open: its keys are its own. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
  )
}
