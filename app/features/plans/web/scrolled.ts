/** What is scrolled in its own frame must be reached by the keyboard, and say what it is. */
export function scrolled(label: string) {
  return { tabIndex: 0, role: 'group', 'aria-label': label } as const
}
