import type { Area } from '../messages'

export const app: Area<'app'> = {
  skip: 'Gå til siden',
  menu: 'Navigasjon',
  name: 'Kobling',
  tellMe: 'Fortell meg hva du vil gjøre',
  tellMeHint: 'Side eller oppgave',
  tellMeNothing: 'Ingenting har det navnet.',
  page: 'Side',
  task: 'Oppgave',
  userMenu: '{{name}}: språk, tema, logg av',
  language: 'Språk',
  theme: 'Tema',
  theme_system: 'Som systemet',
  theme_light: 'Lyst',
  theme_dark: 'Mørkt',
  signOut: 'Logg av',
  missing: 'Siden finnes ikke',
  missingText: 'Adressen kan være feil, eller siden kan være flyttet.',
  missingBack: 'Til rollesenteret',
}
