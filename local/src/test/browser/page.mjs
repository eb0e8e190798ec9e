// Looks at the page in a real browser: node page.mjs CHROMIUM ADDRESS AXE SCREENSHOTS. Speaks in lines with the test that starts it:
// "check NAME" or "failed NAME: WHY" for each look, "please WHAT" for something to happen on the line, then waits for an answer.
import { readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'

const [executablePath, instance, axe, shots] = process.argv.slice(2)

// The browser's way to the instance, which can be cut as a network is: connections that are open end, and new ones are refused.
const wires = new Set()
let cut = false
const wire = createServer((near) => {
  if (cut) return near.destroy()
  const far = connect(Number(new URL(instance).port), '127.0.0.1')
  for (const [from, to] of [[near, far], [far, near]]) {
    wires.add(from)
    from.pipe(to)
    from.on('error', () => to.destroy()).on('close', () => wires.delete(from) && to.destroy())
  }
})
await new Promise((resolve) => wire.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${wire.address().port}`

const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
const complaints = []

async function please(what) {
  console.log(`please ${what}`)
  await answers.next()
}

async function check(name, look) {
  try {
    await look()
    console.log(`check ${name}`)
  } catch (failure) {
    console.log(`failed ${name}: ${String(failure.message).split('\n').join(' ').slice(0, 500)}`)
  }
}

function same(found, expected, what) {
  if (found !== expected) throw new Error(`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)
}

async function open(path, options = {}, expected = /ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED|ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED|ERR_ABORTED/) {
  const context = await browser.newContext({ viewport: { width: 1500, height: 950 }, colorScheme: 'light', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('console', (message) => message.type() === 'error' && !expected.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (failure) => complaints.push(failure.message))
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(address + path)
  return page
}

async function serious(page) {
  await page.evaluate(readFileSync(axe, 'utf8'))
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return found.violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 120)}`)
    .join('; ')
}

const desk = await open('/')
await check('the desk shows the stories, the one that changed last first', async () => {
  await desk.locator('.card').nth(2).waitFor()
  await desk.getByText('Live', { exact: true }).waitFor()
  const times = await desk.locator('.card time').evaluateAll((nodes) => nodes.map((node) => node.dateTime))
  same(times.join(), [...times].sort().reverse().join(), 'the order')
})
await check('changes stand beside the stories', async () => {
  const [stories, ticker] = await Promise.all(['section.stories', '.ticker'].map((part) => desk.locator(part).boundingBox()))
  if (!(ticker.x >= stories.x + stories.width && ticker.y === stories.y)) throw new Error(JSON.stringify([stories, ticker]))
  same(await desk.locator('.sides').isVisible(), false, 'the choice that only a phone needs')
})
await check('what gave way is shown with what it was', async () => {
  await desk.locator('.ticker del').first().waitFor()
})

await desk.evaluate(() => (window.notReloaded = true))
await please('live')
await check('a live change appears without reload', async () => {
  await desk.locator('.ticker .fresh').first().waitFor()
  await desk.locator('.card', { hasText: 'Osterby' }).waitFor()
  same(await desk.evaluate(() => window.notReloaded), true, 'the same page')
})

cut = true
wires.forEach((each) => each.destroy())
await please('unseen')
await check('what came while the line was away is there when it is back', async () => {
  await desk.getByText('Reconnecting').waitFor()
  cut = false
  await desk.locator('.card', { hasText: 'Lindholm' }).waitFor()
  await desk.waitForFunction(async () => {
    const answer = await fetch('/api/changes?limit=60').then((each) => each.json())
    return document.querySelectorAll('.ticker li').length === answer.changes.length
  })
  same(await desk.evaluate(() => window.notReloaded), true, 'the same page')
})

await please('hostile')
await check('a hostile title is text', async () => {
  await desk.locator('.card', { hasText: '<script>' }).waitFor()
  same(await desk.evaluate(() => window.harmed), undefined, 'what the title would have set')
  same(await desk.locator('img').count(), 0, 'the number of images')
  const box = await desk.locator('.card', { hasText: '<script>' }).boundingBox()
  if (box.height > 600) throw new Error(`the card is ${box.height} px high`)
})

await check('filters and search narrow the list and stand in the address', async () => {
  await desk.getByPlaceholder('Search stories').fill('earthquake')
  await desk.waitForURL(/q=earthquake/)
  await desk.locator('.card').nth(1).waitFor({ state: 'detached' })
  await desk.getByPlaceholder('Search stories').fill('')
  await desk.getByLabel('Disputed only').check()
  await desk.waitForURL(/disputed=true/)
  await desk.locator('.card').nth(1).waitFor({ state: 'detached' })
  await desk.locator('.card.contested').waitFor()
})

await check('an entity is found by its name, and narrows stories and changes', async () => {
  await desk.getByLabel('Disputed only').uncheck()
  await desk.getByPlaceholder('Person, place, organisation').fill('per')
  await desk.locator('#entities option').first().waitFor({ state: 'attached' })
  await desk.keyboard.press('Enter')
  await desk.waitForURL(/entity=Peru/)
  await desk.locator('.card').nth(1).waitFor({ state: 'detached' })
  await desk.waitForFunction(async () => {
    const asked = await fetch('/api/changes?limit=60&entity=Peru').then((each) => each.json())
    return document.querySelectorAll('.ticker li').length === asked.changes.length
  })
  await desk.getByRole('button', { name: 'Remove filter Peru' }).click()
  await desk.locator('.card').nth(2).waitFor()
})

await check('each change says of which story it is', async () => {
  await desk.locator('.ticker .of', { hasText: 'Osterby' }).first().waitFor()
})

await check('the keyboard reaches a story and comes back', async () => {
  await desk.locator('#main').focus()
  await desk.keyboard.press('j')
  await desk.keyboard.press('Enter')
  await desk.waitForURL(/\/stories\//)
  await desk.locator('.story h1').waitFor()
  await desk.keyboard.press('Escape')
  await desk.locator('.ticker').waitFor()
})

const story = await open('/stories/en%3Aquake-1')
await check('a story shows facts with sources, sentences in their context, charts and a timeline', async () => {
  await story.locator('.chart canvas').first().waitFor()
  await story.locator('.positions .source').first().waitFor()
  await story.locator('.quote summary').first().click()
  await story.locator('.context mark').first().waitFor()
  await story.locator('.timeline > li').nth(3).waitFor()
})
await check('a chart takes on the colours of the night', async () => {
  const drawn = () => story.locator('.chart canvas').first().evaluate((node) => node.toDataURL())
  const day = await drawn()
  await story.getByRole('button', { name: 'Dark' }).click()
  await story.waitForFunction((before) => document.querySelector('.chart canvas').toDataURL() !== before, day)
  await story.getByRole('button', { name: 'Light' }).click()
})
await check('a story can be seen as it stood', async () => {
  const before = await story.locator('tbody tr').count()
  await story.locator('.rewind input').fill('0')
  await story.waitForFunction((count) => document.querySelectorAll('tbody tr').length < count, before)
})
await check('a story that is not there says so', async () => {
  const nothing = await open('/stories/en%3Anothing', {}, /404/)
  await nothing.getByText("there is no story 'en:nothing'").waitFor()
})

for (const [name, path, ready] of [['desk', '/', '.card'], ['story', '/stories/en%3Aquake-1', '.timeline']]) {
  for (const colorScheme of ['light', 'dark']) {
    // axe is put into the page by the test, which the page's own policy would refuse.
    const page = await open(path, { colorScheme, bypassCSP: true, reducedMotion: 'reduce' })
    await page.locator(ready).first().waitFor()
    await check(`axe finds no serious fault: ${name}, ${colorScheme}`, async () => same(await serious(page), '', 'the faults'))
    await page.screenshot({ path: `${shots}/${name}-${colorScheme}.png` })
    await page.screenshot({ path: `${shots}/${name}-${colorScheme}-whole.png`, fullPage: true })
    await page.context().close()
  }
  const phone = await open(path, { viewport: { width: 380, height: 800 }, bypassCSP: true })
  await phone.locator(ready).first().waitFor()
  await check(`nothing is wider than a phone: ${name}`, async () => {
    same(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, 'it fits')
    same(await serious(phone), '', 'the faults')
  })
  await phone.screenshot({ path: `${shots}/${name}-phone.png` })
  await phone.screenshot({ path: `${shots}/${name}-phone-whole.png`, fullPage: true })
  if (name === 'desk') {
    await check('a phone shows stories or changes', async () => {
      same(await phone.locator('.ticker').isVisible(), false, 'the changes beside the stories')
      await phone.getByRole('button', { name: 'Latest changes' }).click()
      await phone.locator('.ticker li').first().waitFor()
      same(await phone.locator('section.stories').isVisible(), false, 'the stories beside the changes')
    })
    await phone.screenshot({ path: `${shots}/changes-phone.png` })
  }
  await phone.context().close()
}

await please('many')
const wall = await open('/', { viewport: { width: 1920, height: 1080 } })
/** Milliseconds a frame takes on average, and the longest, while it scrolls. */
const frames = () =>
  wall.evaluate(async () => {
    const took = []
    let begun = performance.now()
    for (let i = 0; i < 120; i++) {
      window.scrollBy(0, i < 60 ? 600 : -600)
      await new Promise(requestAnimationFrame)
      took.push(performance.now() - begun)
      begun = performance.now()
    }
    return `${(took.reduce((a, b) => a + b) / took.length).toFixed(1)} ms a frame, at most ${Math.max(...took).toFixed(0)} ms`
  })
async function listAll(page) {
  for (let shown = 100; ; shown += 100) {
    await page.locator('.card').nth(shown - 1).waitFor()
    if (shown === 500) return
    await page.getByRole('button', { name: 'More stories' }).click()
  }
}
await check('five hundred stories are listed', async () => {
  await listAll(wall)
  console.log(`note scrolling through 500 stories: ${await frames()}`)
})
await check('a wall that begins anew lists as many as before', async () => {
  const late = await wall.context().newPage()
  let connectNow
  const wait = new Promise((resolve) => (connectNow = resolve))
  // Changes may have come before the stream begins, so the wall asks again for what it shows.
  await late.route('**/api/changes/stream', (route) => wait.then(() => route.continue()))
  await late.goto(address)
  await listAll(late)
  const pages = []
  late.on('response', (answer) => answer.url().includes('/api/stories?') && pages.push(answer.url()))
  connectNow()
  for (let tries = 0; pages.length < 5 && tries < 100; tries++) await late.waitForTimeout(100)
  same(pages.length, 5, 'the number of pages asked for again')
  await late.waitForTimeout(200)
  same(await late.locator('.card').count(), 500, 'the number of stories')
  await late.close()
})
await check('a hundred of five hundred stories change at once, without reload', async () => {
  await wall.evaluate(() => (window.notReloaded = true))
  await please('busy')
  console.log(`note while they change: ${await frames()}`)
  await wall.waitForFunction(
    () => [...document.querySelectorAll('.card')].filter((card) => card.textContent.includes('was decided')).length === 100
  )
  same(await wall.evaluate(() => window.notReloaded), true, 'the same page')
  await wall.evaluate(() => window.scrollTo(0, 0))
  await wall.screenshot({ path: `${shots}/wall.png` })
})
await check('the browser had nothing to complain of', async () => same(complaints.join('; '), '', 'what it said'))
await browser.close()
process.exit(0)
