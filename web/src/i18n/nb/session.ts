import type { Area } from '../messages'

export const session: Area<'session'> = {
  signIn: 'Logg på',
  wrong: 'Brukernavnet eller passordet er feil.',
  password: 'Passord',
  firstStart: 'Velkommen til Kobling',
  firstStartText: 'Sett opp selskapet og den første brukeren.',
  code: 'Kode',
  codeHint: 'Serveren skrev den ut da den startet.',
  company: 'Selskap',
  currency: 'Valuta',
  passwordHint: 'Minst {{count}} tegn',
  demoData: 'Med demodata',
  begin: 'Begynn',
}
