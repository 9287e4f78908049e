import { lookOverPages } from './pages.ts'

lookOverPages(1)
