import { tmpdir } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

let instance: Promise<DuckDBInstance> | undefined

/**
 * Runs work on a connection of its own to the in-memory DuckDB of this thread. Memory and threads are bounded so that a
 * country's year fits beside the statistics; larger sorts go to the temporary folder. A thread that reads one file
 * needs less. Nothing is ever downloaded.
 */
export async function withDuckDb<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  instance ??= DuckDBInstance.create(':memory:', {
    memory_limit: isMainThread ? '1GB' : '256MB',
    threads: isMainThread ? '2' : '1',
    temp_directory: tmpdir(),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await (await instance).connect()
  try {
    return await work(connection)
  } finally {
    connection.closeSync()
  }
}

/** Gives the memory back; to be called when a thread other than the main one has done its work. */
export async function closeDuckDb(): Promise<void> {
  const opened = await instance
  instance = undefined
  opened?.closeSync()
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
