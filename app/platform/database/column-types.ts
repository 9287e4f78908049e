import pg from 'pg'

const INT8 = 20
const DATE = 1082

/**
 * How columns arrive: counts and ids as numbers (none here passes 2⁵³), dates as the words 'YYYY-MM-DD', because a
 * date of a plan or a school's closing is local and must not slip by a time zone.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number
    if (oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as typeof pg.types.getTypeParser,
}
