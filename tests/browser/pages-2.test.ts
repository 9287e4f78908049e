import { lookOverPages } from './pages.ts'

lookOverPages(2)
