import type { Area } from '../messages'

/** Norwegian texts: the set-up of cues. */
export const cueSetup: Area<'cueSetup'> = {
  inBusinessCentral_one: 'Business Central teller {{shown}} her.',
  inBusinessCentral_other: 'Business Central teller {{shown}} her.',
  showThose: 'Vis dem',
  setupAbout:
    'Fra hvilke tall en flis må ses på, eller trenger et menneske. Det du setter for deg selv, går foran det som gjelder for alle.',
  cue: 'Flis',
  low: 'Få',
  middle: 'Noen',
  high: 'Mange',
  whose: 'Satt',
  lowStyle: 'Stil for få',
  middleStyle: 'Stil for noen',
  highStyle: 'Stil for mange',
  threshold1: 'Nedre terskel',
  threshold2: 'Øvre terskel',
  forMe: 'Sett for meg',
  forEveryone: 'Sett for alle',
  reset: 'Tilbakestill',
  whose_personal: 'for deg',
  whose_shared: 'for alle',
  whose_standard: 'av seg selv',
  style_favorable: 'Gunstig',
  style_ambiguous: 'Tvetydig',
  style_unfavorable: 'Ugunstig',
  style_subordinate: 'Underordnet',
}
