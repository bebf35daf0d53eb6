/** The texts of `components/input`. */
export const input = {
  date: {
    notADate: 'This is no date: write it as 25.11.2026, 2511, 251126, t for today or w for the work date.',
    placeholder: 'day.month.year',
  },
  time: {
    short: 'Time',
    label: 'Time of {{caption}}',
    notATime: 'This is no time of day: write it as 9:30, 0930 or 9.',
    placeholder: 'hh:mm',
  },
  dateTime: {
    dateFirst: 'Write the date, too.',
    inZone: 'In the time zone {{zone}}.',
  },
  filterHelp: {
    open: 'Help with the filter {{caption}}',
    title: 'What a filter may say',
    intro: 'Nothing written lets everything through. Choose an example to take it over.',
    values: 'Values',
    blankValue: '(blank)',
    take: 'Take over {{expression}}',
    examples: {
      exactly: 'exactly this',
      either: 'one or the other',
      range: 'from one to the other',
      begins: 'begins with B',
      contains: 'contains x',
      folded: 'contains ås, upper or lower case, with or without accents',
      neither: 'neither one nor the other',
      not: 'anything but this',
      blank: 'blank',
      notBlank: 'not blank',
      more: 'more than 100',
      today: 'today, at each run',
      workDate: 'the work date, at each run',
      until: 'until today',
      lastDays: 'the last 30 days, and later',
      yes: 'yes',
      no: 'no',
    },
  },
} as const
