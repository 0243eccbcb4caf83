import { chromium, type Browser } from 'playwright-core'

const args =
  '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** The installed Chromium; playwright-core brings none of its own. */
export const startChromium = (...more: string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [...args.split(' '), ...more],
  })
