/** English texts: card. */
export const card = {
  discard: 'Discard',
  field: 'Field',
  theirs: 'Theirs',
  mine: 'Yours',
  changedElsewhere: 'Someone else changed this',
  chooseWhose: 'Choose whose values stay.',
  saveMine: 'Save mine',
  takeTheirs: 'Take theirs',
  gone: 'This record is no longer there. This is how it was last seen.',
  overtaken: 'Someone else has changed this since you began.',
  showChanges: 'Show changes',
  facts: 'Facts',
  leaveTitle: 'Leave without saving?',
  leaveText: 'Your changes will be lost.',
  leave: 'Leave',
} as const
