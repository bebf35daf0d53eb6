import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components'

const brand: BrandVariants = {
  10: '#020505',
  20: '#0c1a18',
  30: '#0e2b28',
  40: '#0e3834',
  50: '#0d4640',
  60: '#0b544d',
  70: '#09625a',
  80: '#0b6a60',
  90: '#14796e',
  100: '#2c887d',
  110: '#43978c',
  120: '#5aa59b',
  130: '#73b4ab',
  140: '#8cc3bc',
  150: '#a7d2cd',
  160: '#c4e2de',
}

/** How the application looks: as the system says, or as the user does. */
export type Look = 'system' | 'light' | 'dark'

const light = createLightTheme(brand)
const dark: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[130],
  colorBrandForeground2: brand[140],
  colorBrandForegroundLink: brand[130],
  colorBrandForegroundLinkHover: brand[140],
  colorBrandForegroundLinkPressed: brand[120],
  colorBrandBackground2: brand[30],
}

export const themeOf = (isDark: boolean): Theme => (isDark ? dark : light)
