import type { Area } from '../messages'

export const errors: Area<'errors'> = {
  unexpected: 'Noe gikk galt.',
  unexpectedRemedy: 'Last siden på nytt. Kopier detaljene til brukerstøtte hvis det fortsetter.',
  unreachable: 'Kobling kan ikke nås.',
  unreachableRemedy: 'Kontroller nettverket og prøv på nytt.',
  forbidden: 'Du har ikke tilgang til dette.',
  forbiddenRemedy: 'Be en administrator om et annet rettighetssett.',
  notFound: 'Posten finnes ikke lenger.',
  notFoundRemedy: 'Gå tilbake til listen.',
  changed: 'Noen andre har endret dette.',
  changedRemedy: 'Last på nytt og gjenta endringen.',
  copyDetails: 'Kopier detaljer',
  several_one: '{{count}} ting er feil:',
  several_other: '{{count}} ting er feil:',
  line: 'Linje {{line}}',
}
