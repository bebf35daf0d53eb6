import type { Area } from '../messages'

export const input: Area<'input'> = {
  date: {
    notADate: 'Dette er ingen dato: skriv den som 25.11.2026, 2511, 251126, t for i dag eller w for arbeidsdatoen.',
    placeholder: 'dag.måned.år',
  },
  time: {
    short: 'Klokkeslett',
    label: 'Klokkeslett for {{caption}}',
    notATime: 'Dette er ikke noe klokkeslett: skriv det som 9:30, 0930 eller 9.',
    placeholder: 'tt:mm',
  },
  dateTime: {
    dateFirst: 'Skriv datoen også.',
    inZone: 'I tidssonen {{zone}}.',
  },
  filterHelp: {
    open: 'Hjelp til filteret {{caption}}',
    title: 'Hva et filter kan si',
    intro: 'Et tomt filter slipper alt gjennom. Velg et eksempel for å ta det i bruk.',
    values: 'Verdier',
    blankValue: '(tom)',
    take: 'Bruk {{expression}}',
    examples: {
      exactly: 'nøyaktig dette',
      either: 'det ene eller det andre',
      range: 'fra det ene til det andre',
      begins: 'begynner med B',
      contains: 'inneholder x',
      folded: 'inneholder ås, med store eller små bokstaver, med eller uten aksenter',
      neither: 'verken det ene eller det andre',
      not: 'alt annet enn dette',
      blank: 'tom',
      notBlank: 'ikke tom',
      more: 'mer enn 100',
      today: 'i dag, ved hver kjøring',
      workDate: 'arbeidsdatoen, ved hver kjøring',
      until: 'til og med i dag',
      lastDays: 'de siste 30 dagene, og senere',
      yes: 'ja',
      no: 'nei',
    },
  },
}
