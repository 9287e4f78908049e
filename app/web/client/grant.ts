const KEY = 'objektiv-grant'

/**
 * The role a person acts through in this tab, by the id of its grant; null means the server's choice, the first one.
 * Two tabs may act in two roles; a new tab begins with the last choice.
 */
export function chosenGrant(): string | null {
  return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY)
}

export function chooseGrant(id: number): void {
  sessionStorage.setItem(KEY, String(id))
  localStorage.setItem(KEY, String(id))
}

/** Another person may sign in next on this machine. */
export function forgetGrant(): void {
  sessionStorage.removeItem(KEY)
  localStorage.removeItem(KEY)
}
