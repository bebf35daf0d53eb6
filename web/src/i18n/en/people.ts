/** English texts: people. */
export const people = {
  newUser: 'New user',
  newPassword: 'New password',
  emailHint: 'Told here of jobs that fail. Blank: nowhere.',
  newPasswordHint: 'Blank keeps the old one.',
  passwordHint: 'Without one the user has only tokens.',
  maySignIn: 'Enabled',
  revoke: 'Revoke',
  revokeTitle: 'Revoke API tokens?',
  revokeText_one: '{{count}} token is refused from now on.',
  revokeText_other: '{{count}} tokens are refused from now on.',
  tokenOnce: "Copy the token now: it can't be read again.",
  newToken: 'New API token',
  validDays: 'Valid for (days)',
  validDaysHint: 'Blank: for ever',
} as const
