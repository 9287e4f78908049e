import { type MarkerId, type Method, officialMethods, ownMeasures, ownMethods } from '@objektiv/forensics'

/** What a report asks of a method: its texts, not its computation. */
type Explained = Pick<
  Method<never, unknown>,
  'id' | 'title' | 'sources' | 'explain' | 'innocent' | 'confirm' | 'refute'
>

const methods: readonly Explained[] = [...officialMethods, ...ownMethods]

export const methodsById: ReadonlyMap<MarkerId, Explained> = new Map(
  methods.map(method => [method.id, method]),
)

/** Methods and measures in the order in which the report defines them. */
export const defined = [...officialMethods, ...ownMethods, ...ownMeasures].map(
  ({ id, title, sources, family }) => ({
    id,
    title,
    sources,
    family,
  }),
)
