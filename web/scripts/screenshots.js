// `npm run screenshots DIR`: takes a picture of every page.
import { runnerImport } from 'vite'

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('Name the folder for the pictures: npm run screenshots DIR')
  process.exit(2)
}
const { module } = await runnerImport(new URL('../tests/screenshots.ts', import.meta.url).pathname)
await module.screenshots(folder)
