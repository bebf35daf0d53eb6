import type { Area } from '../messages'

export const gallery: Area<'gallery'> = {
  states: 'Tilstander',
  actions: 'Handlinger',
  cues: 'Fliser',
  errors: 'Feil',
  list: 'Liste',
  card: 'Kort',
  request: 'Forespørselsside',
  dialogs: 'Dialoger',
  notifications: 'Varslinger',
  question: 'Spørsmål',
  form: 'Skjema',
  conflict: 'Konflikt',
  run: 'Kjøring',
  success: 'Vellykket',
  failure: 'Feil',
  timeline: 'Tidslinje',
  guide: 'Veiledning',
  cancel: 'Avbryt',
  callStack: 'Kallstakk',
  usage: 'Bruk av et budsjett',
}
