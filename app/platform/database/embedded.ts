import { mkdir } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { columnTypes } from './column-types.ts'
import type { Pools } from './database.ts'

/**
 * PostgreSQL's interpreter of expressions is one function of a hundred thousand bytes: optimising it takes V8 600 MB and
 * a second of processor, at every start, for statements that get a fifth quicker. What the first compiler makes is kept.
 */
const COMPILED_ONCE = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']
for (const flag of COMPILED_ONCE) setFlagsFromString(flag)

/** PostgreSQL writes a commit to the disk before it answers; PGlite's default, -F, would not. */
const START_PARAMETERS = PGlite.defaultStartParams.filter(parameter => parameter !== '-F')

/**
 * PostgreSQL inside this process, kept in a folder (or in memory when none is given). One connection: transactions
 * wait for each other. The caller holds the lock on the folder (see operation/lock-data-folder).
 */
export async function openEmbedded(folder?: string, snapshot?: Blob): Promise<Pools> {
  if (folder !== undefined) await mkdir(folder, { recursive: true, mode: 0o700 })
  const pglite = new PGlite({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(snapshot ? { loadDataDir: snapshot } : {}),
    startParams: START_PARAMETERS,
  })
  await pglite.waitReady
  const pool = poolOver(pglite)
  return {
    kind: 'embedded',
    owner: pool,
    plain: pool,
    async close() {
      await pool.end()
      await pglite.close()
    },
  }
}

/**
 * The whole folder of an embedded database as one file, for making further ones quickly (tests): of a new one, or of a
 * copy of `from`.
 */
export async function snapshotOf(prepare: (pools: Pools) => Promise<void>, from?: Blob): Promise<Blob> {
  const pglite = new PGlite({ ...(from ? { loadDataDir: from } : {}), startParams: START_PARAMETERS })
  await pglite.waitReady
  const pool = poolOver(pglite)
  await prepare({ kind: 'embedded', owner: pool, plain: pool, close: async () => {} })
  await pool.end()
  const dump = await pglite.dumpDataDir('none')
  await pglite.close()
  return dump
}

function poolOver(pglite: PGlite): pg.Pool {
  return new pg.Pool({ ...createPgConfig(pglite), max: 1, types: columnTypes } as unknown as pg.PoolConfig)
}
