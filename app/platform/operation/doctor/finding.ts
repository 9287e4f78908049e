/** What one look at the installation came to; worded by `doctor.<code>` and, where something is to be done, `.advice`. */
export interface Finding {
  readonly level: 'fine' | 'warning' | 'trouble'
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export const fine = (code: string, params?: Finding['params']): Finding => make('fine', code, params)
export const warning = (code: string, params?: Finding['params']): Finding => make('warning', code, params)
export const trouble = (code: string, params?: Finding['params']): Finding => make('trouble', code, params)

function make(level: Finding['level'], code: string, params: Finding['params']): Finding {
  return { level, code, ...(params ? { params } : {}) }
}
