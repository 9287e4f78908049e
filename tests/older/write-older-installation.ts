import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWorkbook } from '../../app/documents/spreadsheet/index.ts'
import { header2021, row2021 } from '../../app/features/results/testing/fake-workbook.ts'
import { dataFolder, openSource, programVersion, writeBackup } from '../../app/platform/operation/index.ts'
import { silentProgress } from '../../app/platform/progress.ts'
import { startApp } from '../../app/start-app.ts'
import { plantRuns } from '../world/plant-runs.ts'
import { BROWSER, populate } from '../world/start-world.ts'

const FILE = 'Математика 4 класс 2021.xlsx'

/**
 * Writes the backup of an installation of this version with something of every room in it: people with passwords, a unit
 * renamed by an order, a protocol that counts, analyses. Later versions are tested by opening it.
 */
export async function writeOlderInstallation(file: string): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'objektiv-older-'))
  try {
    const app = await startApp({
      ...{ dataFolder: join(root, 'data'), host: '127.0.0.1', port: 0, web: false },
      configuration: { trustProxy: false, publicUrl: 'http://objektiv.local' },
    })
    await live(app, root).finally(() => app.stop())
    const source = await openSource({
      ...{ folder: dataFolder(join(root, 'data')), env: {}, programVersion, now: new Date() },
    })
    await writeBackup(file, source, { now: new Date(), progress: silentProgress })
    await source.close()
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function live(
  { database, address }: Pick<Awaited<ReturnType<typeof startApp>>, 'database' | 'address'>,
  root: string,
): Promise<void> {
  const people = await populate(database, address)
  const { units, cookies, send } = people
  const upload = async <T>(url: string, cookie: string, name: string, content: Buffer): Promise<T> => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(content)]), name)
    return told(await fetch(address + url, { method: 'POST', headers: { ...BROWSER, cookie }, body: form }))
  }
  const order = await upload<{ id: number }>(
    '/api/files',
    cookies.administrator,
    'приказ.txt',
    Buffer.from('о переименовании'),
  )
  const rename = { version: 1, name: 'Гимназия № 1', files: [order.id] }
  await told(await send('POST', `/api/units/${units.ours}/rename`, cookies.administrator, rename))

  const path = join(root, 'protocol.xlsx')
  const rows = [1, 2, 3].map(code => row2021({ login: 'edu990001', code }))
  const columns = header2021(15).map(cell => ({ header: String(cell) }))
  await writeWorkbook(path, [{ name: 'Sheet1', columns, rows, selected: rows.length }])
  let batch = await upload<Batch>('/api/imports', cookies.analyst, FILE, readFileSync(path))
  while (batch.state === 'waiting' || batch.state === 'reading') {
    await new Promise(done => setTimeout(done, 100))
    batch = await told(await send('GET', `/api/imports/${batch.id}`, cookies.analyst))
  }
  const { version } = batch
  await told(await send('POST', `/api/imports/${batch.id}/accept`, cookies.analyst, { version }))
  await plantRuns(database, people)
}

interface Batch {
  readonly id: number
  readonly state: string
  readonly version: number
}

async function told<T>(answer: Response): Promise<T> {
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer.json() as Promise<T>
}
