import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillSlots, keyOfReply, REPLY_DAY, replySlot } from './reply-slots.ts'

const fill = (text: string, words: (key: string | null) => string) =>
  fillSlots(Buffer.from(text), words).toString()

describe('the places held open for replies', () => {
  it('are filled by school and set, the day too, and nothing else is touched', () => {
    const text = `А ${replySlot('sch990001', 3)}; ${replySlot('sch990001', 'own')} на ${REPLY_DAY}. ~reply: ~reply:x~`
    const words = new Map<string | null, string>([
      [keyOfReply('sch990001', 3), 'ждём'],
      [keyOfReply('sch990001', 'own'), 'снято'],
      [null, '1 июня'],
    ])
    expect(fill(text, key => words.get(key)!)).toBe('А ждём; снято на 1 июня. ~reply: ~reply:x~')
  })

  it('stand unchanged in a page, in XML and in JSON, whatever a login is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 500 }), (login, position) => {
        const slot = replySlot(login, position)
        expect(slot).toMatch(/^[\w:~-]+$/)
        expect(JSON.stringify(slot)).toBe(`"${slot}"`)
        expect(fill(`ё${slot}я`, key => (key === keyOfReply(login, position) ? '!' : '?'))).toBe('ё!я')
      }),
    )
  })
})
