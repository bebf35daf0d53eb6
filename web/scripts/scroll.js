// `npm run -s scroll ADDRESS USER ROWS`, with the password in KOBLING_PASSWORD: measures how a long list scrolls.
import { runnerImport } from 'vite'

const [address, user, rows] = process.argv.slice(2)
const password = process.env.KOBLING_PASSWORD
if (!address || !user || !(Number(rows) > 0) || !password) {
  console.error('Name server, user and rows, and set KOBLING_PASSWORD: npm run -s scroll ADDRESS USER ROWS')
  process.exit(2)
}
const { module } = await runnerImport(new URL('../tests/scroll.ts', import.meta.url).pathname)
console.log(JSON.stringify(await module.scroll({ address, user, password }, Number(rows)), null, 2))
