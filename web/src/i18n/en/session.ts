/** English texts: session. */
export const session = {
  signIn: 'Sign in',
  wrong: 'The user name or the password is wrong.',
  password: 'Password',
  firstStart: 'Welcome to Kobling',
  firstStartText: 'Set up your company and its first user.',
  code: 'Code',
  codeHint: 'The server printed it when it started.',
  company: 'Company',
  currency: 'Currency',
  passwordHint: 'At least {{count}} characters',
  demoData: 'With demo data',
  begin: 'Begin',
} as const
