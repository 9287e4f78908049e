import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestEmbedded } from './platform/database/testing/index.ts'
import { createApp } from './server.ts'

it('closes the store of files when it stops, after everybody who may need it, also when it never began', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-app-'))
  const database = await openTestEmbedded()
  for (const begins of [true, false]) {
    const events: string[] = []
    const app = await createApp({
      database,
      dataFolder: folder,
      secret: 'only-for-tests-'.repeat(4),
      publicUrl: 'http://objektiv.local',
      web: false,
      guardStore: store => ({ ...store, close: () => void events.push('store') }),
    })
    app.server.addHook('onClose', async () => void events.push('server'))
    if (begins) await app.start({ host: '127.0.0.1', port: 0 })
    await app.stop()
    expect(events).toEqual(['server', 'store'])
  }
  await database.close()
  rmSync(folder, { recursive: true })
})
