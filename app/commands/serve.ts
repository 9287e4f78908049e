import { resolve } from 'node:path'
import { type Locale, say } from '../messages/format.ts'
import { findPort, openLog, readConfiguration, stopOnSignal } from '../platform/operation/index.ts'
import { startApp } from '../start-app.ts'
import { type DemoAccount, openDemoAccounts } from './demo-accounts.ts'
import { type Command, required } from './parse-options.ts'
import { showDemoWay } from './show-demo-way.ts'

const DEMO_FOLDER = 'demo-data'
/** Nobody but this machine, until the administrator says otherwise. */
const DEFAULT_HOST = '127.0.0.1'

/** `objektiv serve`: the service, until a signal ends it. With `--demo` it opens a fictional region to look round. */
export const serve: Command = {
  options: { data: 'text', port: 'number', host: 'text', demo: 'flag' },
  async run({ values, locale }) {
    const demo = values.demo !== undefined
    const dataFolder = resolve(demo ? (values.data ?? DEMO_FOLDER) : required(values, 'data'))
    const host = values.host ?? DEFAULT_HOST
    const configuration = readConfiguration(process.env)
    // Days and terms are those of the region, wherever the machine stands.
    if (configuration.timeZone) process.env.TZ = configuration.timeZone
    const port = await findPort(host, values.port === undefined ? undefined : Number(values.port))
    // Words for the person at the terminal must not stand among the JSON lines of a collector.
    const tell = (id: string, params = {}) =>
      (process.stdout.isTTY || demo ? console.log : console.error)(say(locale, id, params))
    if (demo) tell('serve.demo-preparing')
    let accounts: readonly DemoAccount[] = []
    const app = await startApp({
      ...{ dataFolder, host, port, configuration, env: process.env },
      ...(demo && !process.stdout.isTTY ? {} : { log: openLog() }),
      ...(demo
        ? {
            demo,
            prepare: async (database, folder) => {
              accounts = await openDemoAccounts(database, folder)
            },
          }
        : {}),
    })
    tell('serve.address', { address: configuration.publicUrl ?? app.address })
    if (app.setupLink) tell('serve.setup-link', { link: app.setupLink })
    if (demo) tellAccounts(locale, accounts)
    // Goes on behind the people who look round already; what breaks off is a region with less to see.
    const shown = demo ? showWay(app.address, accounts, tell) : null
    tell('serve.how-to-stop')
    await stopOnSignal({ stop: app.stop, stopping: () => tell('serve.stopping') })
    await shown
  },
}

/** Fills the demo region with a campaign on its way, and says when it is ready to be looked at. */
async function showWay(
  address: string,
  accounts: readonly DemoAccount[],
  tell: (id: string) => void,
): Promise<void> {
  const [analyst, municipality, head] = (['analyst', 'municipality', 'head'] as const).map(role =>
    accounts.find(one => one.role === role),
  )
  if (!analyst || !municipality || !head) return
  try {
    if (await showDemoWay({ address, people: { analyst, municipality, head } })) tell('serve.demo-shown')
  } catch {
    tell('serve.demo-not-shown')
  }
}

function tellAccounts(locale: Locale, accounts: readonly DemoAccount[]): void {
  console.log(say(locale, 'serve.demo-accounts', { password: accounts[0]?.password ?? '' }))
  const widest = Math.max(...accounts.map(({ email }) => email.length))
  for (const { email, role, unit } of accounts)
    console.log(`  ${email.padEnd(widest)}  ${say(locale, `role.${role}`)}, ${unit}`)
}
