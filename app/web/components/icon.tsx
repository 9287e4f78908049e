/** The few pictures of the app, drawn on a 20 × 20 field with a line of 1.6; always beside words. */
const shapes = {
  alert: 'M10 3 2.5 16.5h15L10 3ZM10 8v4M10 14.2v.1',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.3 1.5H3.7L5 14ZM8.3 17.5h3.4',
  check: 'M4 10.5 8.2 15 16 5.5',
  chevron: 'm7 4.5 5.5 5.5L7 15.5',
  clock: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM10 6v4.3l2.8 1.7',
  close: 'm5 5 10 10M15 5 5 15',
  copy: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  half: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM10 2.8v14.4M13 3.5v13M15.5 5.5v9',
  help: 'M7.6 7.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.9M10 14.4v.1M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4Z',
  info: 'M10 9v5M10 6v.1M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4Z',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.8 17c.4-3 2.8-4.8 6.2-4.8s5.8 1.8 6.2 4.8',
  plus: 'M10 4v12M4 10h12',
  rise: 'M10 16V4M5.5 8.5 10 4l4.5 4.5',
  search: 'M8.6 3a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8.6 3ZM12.8 12.8 17 17',
  sink: 'M10 4v12M5.5 11.5 10 16l4.5-4.5',
  moon: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  sort: 'm6.5 8 3.5-3.500L13.5 8M6.5 12l3.5 3.5 3.5-3.5',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8',
  upload: 'M10 13V3.5M6 7l4-4 4 4M3.5 16.5h13',
} as const

export type IconName = keyof typeof shapes

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className="icon"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
