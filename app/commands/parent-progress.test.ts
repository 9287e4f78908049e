import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'

it('ends a command whose service is gone, and holds nobody who is done', async () => {
  const script = `import { parentProgress } from '${import.meta.resolve('./parent-progress.ts')}'
    parentProgress()
    process.send('begun')
    if (process.argv[1] === 'long') setInterval(() => {}, 1000)`
  const begin = async (length: string) => {
    const child = fork('-', [], { execArgv: ['--input-type=module', '--eval', script, length], silent: true })
    await once(child, 'message')
    return child
  }
  const long = await begin('long')
  long.disconnect()
  expect(await once(long, 'exit')).toEqual([1, null])
  expect(await once(await begin('short'), 'exit')).toEqual([0, null])
})
