import { describe, expect, it } from 'vitest'
import { type ColourRole, palette } from './palette.ts'

/** Relative luminance of WCAG 2.1. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Pairs of text and ground that stand on the screen; a ground of its own, or the card and the page. */
const readable: readonly (readonly [ColourRole, ColourRole])[] = [
  ...(['text', 'muted', 'accent', 'error'] as const).flatMap(role => [
    [role, 'card'] as const,
    [role, 'ground'] as const,
  ]),
  ['text', 'accentSoft'],
  ['accent', 'accentSoft'],
  ['card', 'accent'],
  ['ask', 'askGround'],
  ['accepted', 'acceptedGround'],
  ['confirmed', 'confirmedGround'],
  ['unknown', 'unknownGround'],
  ['muted', 'unknownGround'],
  ['error', 'errorGround'],
]

describe.each(['light', 'dark'] as const)('the palette on a %s ground', ground => {
  it.each(readable)('%s can be read on %s (WCAG AA, 4.5 : 1)', (text, below) => {
    expect(contrast(palette[text][ground], palette[below][ground])).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the edge of a control (3 : 1)', () => {
    for (const below of ['card', 'ground'] as const)
      expect(contrast(palette.region[ground], palette[below][ground])).toBeGreaterThanOrEqual(3)
  })
})
