/** The captions of the fields that stand on the first pages: signing in, and the latest runs of the Role Center. */
export const firstFields = {
  objectCaption: 'Task',
  outcome: 'Outcome',
  result: 'Result',
  scope: 'Scope',
  startDateTime: 'Start Date/Time',
  timeZone: 'Time Zone',
  userName: 'User Name',
} as const
