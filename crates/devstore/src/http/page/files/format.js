// How things are written.

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** An amount of money in the shop's currency. */
export function money({ shopMoney }) {
  const currency = { style: 'currency', currency: shopMoney.currencyCode, currencyDisplay: 'code' }
  return new Intl.NumberFormat('en-GB', currency).format(Number(shopMoney.amount))
}

/** An amount in this currency. */
export function price(amount, currencyCode) {
  return money({ shopMoney: { amount, currencyCode } })
}

/** A moment, to the minute. */
export function minute(text) {
  return day.format(new Date(text))
}

/** A moment, on this machine's clock. */
export function when(text) {
  return text ? time.format(new Date(text)) : ''
}

/** A word of the API, as `PARTIALLY_REFUNDED` or `lostResponse`, as people write it. */
export function words(name) {
  const spaced = name.replaceAll('_', ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1).toLowerCase()
}

/** A number. */
export function plain(number) {
  return number.toLocaleString('en-GB')
}

/** So many things. */
export function count(number, one, more = `${one}s`) {
  return `${plain(number)} ${number === 1 ? one : more}`
}

/** What is wrong, as a sentence: user errors of the store begin and end in many ways. */
export function sentence({ field, message }) {
  const text = message.trim()
  const subject = /^[a-z]/.test(text) && field?.length ? `${words(field.at(-1))} ${text}` : text
  const whole = subject.charAt(0).toUpperCase() + subject.slice(1)
  return /[.!?]$/.test(whole) ? whole : `${whole}.`
}
