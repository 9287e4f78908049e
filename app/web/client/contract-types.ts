import type { z } from 'zod'
import type { ApiContract as Contract } from '../../contract.ts'

/** Every operation of the API, 'METHOD /path'. Types only: no schema travels to the browser. */
export type Operation = keyof Contract

type Field<K extends Operation, Part extends 'params' | 'query' | 'body'> = Contract[K] extends {
  readonly [P in Part]: infer Schema
}
  ? {
      readonly [P in Part]: Part extends 'params'
        ? Readonly<Record<keyof z.input<Schema> & string, string | number>>
        : z.input<Schema>
    }
  : { readonly [P in Part]?: undefined }

type Upload<K extends Operation> = Contract[K] extends { readonly files: true }
  ? { readonly files: FormData }
  : { readonly files?: undefined }

/** What is sent with an operation: its path parameters, query and body, or a form with files. */
export type Request<K extends Operation> = Field<K, 'params'> &
  Field<K, 'query'> &
  Field<K, 'body'> &
  Upload<K> & { readonly signal?: AbortSignal }

/** What an operation answers; undefined where it answers nothing. */
export type Answer<K extends Operation> = Contract[K] extends { readonly response: infer Schema }
  ? z.output<Schema>
  : undefined

/** Operations that answer one page of a list. */
export type ListOperation = {
  [K in Operation]: Answer<K> extends { readonly items: readonly unknown[]; readonly next: string | null }
    ? K
    : never
}[Operation]

export type Item<K extends ListOperation> =
  Answer<K> extends { readonly items: readonly (infer Row)[] } ? Row : never
