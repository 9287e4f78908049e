export { readCsv } from './read-csv.ts'
export { refuseNul } from './refuse-nul.ts'
export { writeCsv } from './write-csv.ts'
