/** English texts: lines. */
export const lines = {
  delete: 'Delete the line',
  deleteTitle: 'Delete the line?',
  deleteText: 'What it says will be lost.',
  keys: 'Enter leads down, Tab leads on, Ctrl+Delete deletes a line.',
} as const
