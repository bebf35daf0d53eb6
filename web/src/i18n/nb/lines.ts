import type { Area } from '../messages'

export const lines: Area<'lines'> = {
  delete: 'Slett linjen',
  deleteTitle: 'Slette linjen?',
  deleteText: 'Det som står på den, går tapt.',
  keys: 'Enter går nedover, Tab går videre, Ctrl+Delete sletter en linje.',
}
