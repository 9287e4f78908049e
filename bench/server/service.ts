/** The service in a process of its own, for bench/server.ts: `service.ts PLACE FOLDER`; tells its port to the parent. */
import type { AddressInfo } from 'node:net'
import { openDatabase } from '../../app/platform/database/index.ts'
import { createApp } from '../../app/server.ts'

const [place, dataFolder] = process.argv.slice(2)
const database = await openDatabase(JSON.parse(place))
const app = await createApp({
  database,
  dataFolder,
  secret: 'only-for-the-bench-'.repeat(3),
  publicUrl: 'http://127.0.0.1',
  requestLimit: 1_000_000,
  web: false,
})
await app.start({ host: '127.0.0.1', port: 0 })
process.send?.({ port: (app.server.server.address() as AddressInfo).port })
