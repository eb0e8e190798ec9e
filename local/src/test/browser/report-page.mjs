// Opens a report in a real browser as its readers do: from a file, without network. Prints one JSON object of what it saw.
// node report-page.mjs CHROMIUM PAGE SCREENSHOT
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const [executablePath, page_, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({executablePath, args: ['--no-sandbox']});
try {
  const context = await browser.newContext({viewport: {width: 1200, height: 900}, colorScheme: 'light'});
  const page = await context.newPage();
  const errors = [];
  const requests = [];
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('request', request => requests.push(request.url()));
  await page.goto(pathToFileURL(page_).href);
  const text = selector => page.locator(selector).allInnerTexts();
  const seen = {
    figures: await text('#figures tbody th'),
    columns: await text('#figures thead th'),
    charts: await page.locator('svg[role=img]').evaluateAll(all => all.map(each => each.getAttribute('aria-label'))),
    lines: await page.locator('svg polyline').count(),
    tiles: await text('#pair-figures dd'),
    matrix: await text('#matrix td'),
    tabs: await text('#tabs button'),
    tab: {},
  };
  for (const [i, name] of ['differ', 'first', 'second'].entries()) {
    await page.locator('#tabs button').nth(i).click();
    seen.tab[name] = {pressed: await text('#tabs button[aria-pressed=true]'), count: await page.locator('.change').count(), note: (await text('#count'))[0]};
  }
  seen.sentences = await text('.change q');
  await page.locator('#find').fill('no change says this');
  seen.foundNothing = await page.locator('.change').count();
  await page.locator('#find').fill('');
  const kinds = await page.locator('#kind option').evaluateAll(all => all.map(each => each.value));
  await page.locator('#kind').selectOption(kinds[kinds.length - 1]);
  seen.kind = kinds[kinds.length - 1];
  seen.ofKind = await page.locator('.change > p').evaluateAll((all, kind) => all.every(each => each.textContent.includes(kind)), seen.kind);
  await page.locator('#kind').selectOption('');
  await page.locator('#moved summary').click();
  seen.moved = await page.locator('#moved tbody tr').count();
  if (await page.locator('#pairs').count() > 0) {
    await page.locator('#pairs').selectOption({index: 1});
    seen.otherPair = (await text('#pair-title'))[0];
  }
  await page.screenshot({path: screenshot, fullPage: true});
  await page.setViewportSize({width: 380, height: 800});
  seen.overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  seen.errors = errors;
  seen.fetched = requests.filter(url => !url.startsWith('file:'));
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
