import { readFile } from 'node:fs/promises'
import { DETECTION_CHANNELS } from '@objektiv/forensics'
import { describe, expect, it } from 'vitest'
import { hasMessage } from './format.ts'

/** The list of texts belongs to the room of screening, whose inside nobody imports: it is read as text. */
const CHANNEL_TEXTS = new URL('../features/screening/findings/channel-texts.ts', import.meta.url)

const missing = (ids: readonly string[]) =>
  (['ru', 'en'] as const).flatMap(locale =>
    ids.filter(id => !hasMessage(locale, id)).map(id => `${locale}: ${id}`),
  )

describe('texts of the channels', () => {
  it('give every channel a title, what it sees and does not see, and the sentence of a finding', () => {
    const ids = DETECTION_CHANNELS.flatMap(channel =>
      ['title', 'sees', 'blind', 'finding'].map(part => `channel.${channel}.${part}`),
    )
    expect(missing(ids)).toEqual([])
  })

  it('word every innocent cause and every check that a channel names', async () => {
    const source = await readFile(CHANNEL_TEXTS, 'utf8')
    const named = (list: string) =>
      [...source.matchAll(new RegExp(`${list}: \\[([^\\]]*)\\]`, 'g'))].flatMap(([, inner]) =>
        [...inner.matchAll(/'([a-z-]+)'/g)].map(([, id]) => id),
      )
    const ids = [
      ...named('causes').map(id => `channel-cause.${id}`),
      ...named('checks').flatMap(id => ['', '.confirm', '.refute'].map(end => `channel-check.${id}${end}`)),
    ]
    for (const channel of DETECTION_CHANNELS)
      expect(source).toMatch(new RegExp(`^ {2}'?${channel}'?: \\{`, 'm'))
    expect(ids.length).toBeGreaterThan(2 * DETECTION_CHANNELS.length)
    expect(missing(ids)).toEqual([])
  })
})
