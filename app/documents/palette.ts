/**
 * The few colours of Objektiv, each for a light and a dark ground. Contrast with the ground was measured for text
 * (at least 4.5 : 1); colour never stands alone, a word or a shape always says the same.
 */
export const palette = {
  text: { light: '#1B2733', dark: '#E6EDF1' },
  muted: { light: '#55656F', dark: '#9FB0BC' },
  line: { light: '#D9E0E6', dark: '#2B3A46' },
  ground: { light: '#F5F7F9', dark: '#101A22' },
  card: { light: '#FFFFFF', dark: '#14202B' },
  /** Links, the main button and «эта школа» in every chart. */
  accent: { light: '#0B6E75', dark: '#4FC3C9' },
  accentSoft: { light: '#D5EAEB', dark: '#143A40' },
  /** Asks for an explanation. */
  ask: { light: '#8A5200', dark: '#F0B45C' },
  askGround: { light: '#FFF4E0', dark: '#33270F' },
  /** Снято after an explanation, принято. */
  accepted: { light: '#2B6439', dark: '#86D09A' },
  acceptedGround: { light: '#E9F5EC', dark: '#14301E' },
  /** Подтверждено: plum, not red, because a sign is not a crime. */
  confirmed: { light: '#7A2E5D', dark: '#E7A8CF' },
  confirmedGround: { light: '#F8EAF2', dark: '#3A1D30' },
  /** An error of input, and nothing else. */
  error: { light: '#B3261E', dark: '#F59A92' },
  errorGround: { light: '#FDEEEC', dark: '#3A1A18' },
  /** Not enough data, not begun. */
  unknown: { light: '#465663', dark: '#A9B8C3' },
  unknownGround: { light: '#EDF1F4', dark: '#1D2B36' },
  /** The region or another reference in a chart: lines and hollow points. */
  region: { light: '#7C8B97', dark: '#7C8B97' },
  regionFill: { light: '#DDE7E9', dark: '#2C3F4A' },
  /** The expected band. */
  band: { light: '#E9EEF1', dark: '#1D2C37' },
  second: { light: '#B85F00', dark: '#E5913D' },
  third: { light: '#5A4FA3', dark: '#A79FEA' },
} as const

export type ColourRole = keyof typeof palette

/** The face of pages and charts; PT Sans where a document has no Golos Text. */
export const fontFamily = "'Golos Text Variable', 'Golos Text', 'PT Sans', sans-serif"
