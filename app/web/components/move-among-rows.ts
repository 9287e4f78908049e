/** Moves the focus to the next or previous row of a list; from outside the list to its first row. */
export function moveAmongRows(page: ParentNode | null, step: 1 | -1): void {
  const links = [...(page?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])]
  if (links.length === 0) return
  const at = links.findIndex(link => (link.closest('tr, li') ?? link).contains(document.activeElement))
  links[at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)].focus()
}
