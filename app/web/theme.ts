import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { fontFamily, palette } from '../documents/palette.ts'

const { accent } = palette

/** Ten steps around the accent: the main button is step 6 on a light ground and step 3 on a dark one. */
const accentSteps: MantineColorsTuple = [
  '#E8F5F6',
  '#D5EAEB',
  '#9AD6DA',
  accent.dark,
  '#33A6AD',
  '#1B858C',
  accent.light,
  '#095C62',
  '#084B50',
  '#063A3E',
]

export const theme = createTheme({
  fontFamily,
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  colors: { accent: accentSteps },
  black: palette.text.light,
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.45' },
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
})

/** Mantine's own variables, given the colours of the palette (`virtual:palette.css` follows the scheme). */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-body': 'var(--card)',
    '--mantine-color-error': 'var(--error)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--ground)',
    '--mantine-color-default-color': 'var(--text)',
    // The edge of a control must be seen (3 : 1), unlike the line between two rows.
    '--mantine-color-default-border': 'var(--region)',
    '--mantine-color-gray-4': 'var(--region)',
    '--mantine-color-dark-4': 'var(--region)',
    '--mantine-color-dark-5': 'var(--line)',
    '--mantine-color-dark-6': 'var(--card)',
    '--mantine-color-disabled': 'var(--unknown-ground)',
    '--mantine-color-disabled-color': 'var(--muted)',
    '--mantine-color-disabled-border': 'var(--line)',
  }
  // What is written on the accent: the accent is light on a dark ground.
  return { variables: {}, light: both, dark: { ...both, '--mantine-color-white': palette.ground.dark } }
}
