import type { Area } from '../messages'

export const people: Area<'people'> = {
  newUser: 'Ny bruker',
  newPassword: 'Nytt passord',
  emailHint: 'Får beskjed her om jobber som feiler. Tomt: ingen steder.',
  newPasswordHint: 'Tomt beholder det gamle.',
  passwordHint: 'Uten passord har brukeren bare tokener.',
  maySignIn: 'Aktivert',
  revoke: 'Trekk tilbake',
  revokeTitle: 'Trekke tilbake API-tokener?',
  revokeText_one: '{{count}} token avvises fra nå av.',
  revokeText_other: '{{count}} tokener avvises fra nå av.',
  tokenOnce: 'Kopier tokenet nå: det kan ikke leses igjen.',
  newToken: 'Nytt API-token',
  validDays: 'Gyldig i (dager)',
  validDaysHint: 'Tomt: for alltid',
}
