/** English texts: gallery. */
export const gallery = {
  states: 'States',
  actions: 'Actions',
  cues: 'Cues',
  errors: 'Errors',
  list: 'List',
  card: 'Card',
  request: 'Request page',
  dialogs: 'Dialogs',
  notifications: 'Notifications',
  question: 'Question',
  form: 'Form',
  conflict: 'Conflict',
  run: 'Run',
  success: 'Success',
  failure: 'Failure',
} as const
