import type { Catalogue } from '../format.ts'

const texts: Catalogue = {}

export default texts
