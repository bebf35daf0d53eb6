/** English texts: errors. */
export const errors = {
  unexpected: 'Something went wrong.',
  unexpectedRemedy: 'Load the page again. If it stays so, copy the details for support.',
  unreachable: "Kobling can't be reached.",
  unreachableRemedy: 'Check your network and try again.',
  forbidden: 'You may not do this.',
  forbiddenRemedy: 'Ask an administrator for another permission set.',
  notFound: 'The record is not there any more.',
  notFoundRemedy: 'Go back to the list.',
  changed: 'Someone else has changed this.',
  changedRemedy: 'Load it again and repeat your change.',
  copyDetails: 'Copy details',
  several_one: '{{count}} thing is wrong:',
  several_other: '{{count}} things are wrong:',
  line: 'Line {{line}}',
} as const
