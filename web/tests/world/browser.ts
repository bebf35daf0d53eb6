import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type Page } from 'playwright-core'
import { settled } from './settled'

/** How a page is looked at. */
export type View = {
  readonly language: 'en' | 'nb'
  readonly theme: 'light' | 'dark'
  readonly width: number
}

export const DESKTOP: View = { language: 'en', theme: 'light', width: 1440 }
/** Every way in which every page is looked at. */
export const VIEWS: readonly View[] = (['en', 'nb'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [1440, 390].map((width) => ({ language, theme, width }))),
)
/** The two in which every page is tested in a language, by turns: what one language sees wide and light, the other sees narrow and dark. */
export function turns(language: View['language']): readonly View[] {
  const views: View[] = [
    { language, theme: 'light', width: 1440 },
    { language, theme: 'dark', width: 390 },
  ]
  return language === 'en' ? views : views.reverse()
}

const HEIGHT = 900

/** Debian's Chromium, or the one that CHROMIUM_PATH names. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  // In a container, and as root, Chromium's own sandbox can't be set up.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** A user's browser, whose complaints are kept. */
export class Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** What the console has complained of. */
  readonly complaints: string[] = []

  private constructor(context: BrowserContext, page: Page) {
    this.context = context
    this.page = page
    page.on('console', (message) => this.#note(message))
    page.on('pageerror', (error) => this.complaints.push(String(error)))
  }

  /** Someone who has not signed in. */
  static async open(browser: Browser, baseURL: string, { language, theme, width }: View = DESKTOP): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL,
      viewport: { width, height: HEIGHT },
      locale: language === 'nb' ? 'nb-NO' : 'en-GB',
      timezoneId: 'Europe/Oslo',
      colorScheme: theme,
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(20_000)
    return new Visitor(context, await context.newPage())
  }

  /** Signs in without the page for it, which has a test of its own. */
  async signIn(userName: string, password: string): Promise<void> {
    const answer = await this.context.request.post('/api/v1/session', { data: { userName, password } })
    if (!answer.ok()) throw new Error(`${userName} can't sign in: ${answer.status()} ${await answer.text()}`)
  }

  /** Looks at the page that is open in another light, or from another width. */
  async look({ theme, width }: View): Promise<void> {
    await this.page.setViewportSize({ width, height: HEIGHT })
    await this.page.emulateMedia({ colorScheme: theme })
    await settled(this.page)
  }

  /** A request that the server refuses is an answer, not a fault of the page. */
  #note(message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const { url } = message.location()
    const refused = /^Failed to load resource: .* status of (4\d\d)/.exec(message.text())?.[1]
    if (refused && /^4(0[019]|12)$/.test(refused) && url.includes('/api/v1/')) return
    // What the store says to a test of its connection is passed on as 502.
    if (/ status of 502 /.test(message.text()) && url.endsWith('/Kobling.test')) return
    // An entry that was to run once is gone when it has.
    if (refused === '404' && url.includes('/api/v1/jobQueueEntries/')) return
    // A document that was posted as a whole is gone, too.
    if (refused === '404' && /\/api\/v1\/sales(Orders|ReturnOrders|Invoices|CreditMemos)\//.test(url)) return
    this.complaints.push(`${message.type()}: ${message.text()} (${url})`)
  }

  close(): Promise<void> {
    return this.context.close()
  }
}
