import type { Area } from '../messages'

export const timeline: Area<'timeline'> = {
  by: 'Ett spor for hver',
  by_task: 'Oppgave og butikk',
  by_entry: 'Jobbkøpost',
  by_category: 'Kategori',
  window: 'Tid',
  lastHours_one: 'Siste time',
  lastHours_other: 'Siste {{count}} timer',
  asTable: 'Vis som tabell',
  noCategory: 'Uten kategori',
  runs_one: '{{count}} kjøring',
  runs_other: '{{count}} kjøringer',
  failed_one: '{{count}} mislykket',
  failed_other: '{{count}} mislykkede',
  partial_one: '{{count}} delvis',
  partial_other: '{{count}} delvis',
  running_one: '{{count}} kjører',
  running_other: '{{count}} kjører',
  nothing_one: 'Ingenting er kjørt den siste timen.',
  nothing_other: 'Ingenting er kjørt de siste {{count}} timene.',
  tooMany: 'Bare de nyeste {{shown}} kjøringene vises.',
}
