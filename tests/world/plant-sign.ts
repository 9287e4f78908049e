import { sql } from 'kysely'
import { highMean, MATHEMATICS } from '../../app/features/signals/testing/findings.ts'
import type { Tx } from '../../app/platform/database/index.ts'

const WORKS = 20

/** A published sign of the method of 2019 in the first set of a run; the school is asked until 15 June 2099. */
export async function plantSign(tx: Tx, runId: number, schoolId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into signal (unit_id, run_id, set_position, year, grade, subject, source, channels, n, positions, published, state,
      due_on, asked_at)
    values (${schoolId}, ${runId}, 0, 2021, 4, 'Математика', 'official', '{high-mean}', ${WORKS}, '{0}', true, 'asked',
      '2099-06-15', now()) returning id`.execute(tx)
  const evidence = {
    format: 1,
    school: { login: 'sch990001', name: 'Школа № 1', kind: 'СОШ', locality: null },
    findings: [{ ...highMean(WORKS), sets: [MATHEMATICS] }],
    sets: [{ procedure: 'ВПР', ...MATHEMATICS, works: WORKS }],
    detection: null,
    record: {
      method: 'method-2019',
      version: '2',
      parameters: {},
      dataHash: '',
      createdAt: '2021-06-01T00:00:00Z',
    },
  }
  await sql`insert into signal_evidence (signal_id, evidence) values (${rows[0].id}, ${JSON.stringify(evidence)})`.execute(
    tx,
  )
  return rows[0].id
}
