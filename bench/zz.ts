import { writeFileSync } from 'node:fs'
import { openBrowser, openPhone, startProduct } from './field-phone.ts'
const product = await startProduct()
const browser = await openBrowser()
try {
  const { context, page } = await openPhone(browser, product)
  await page.goto('/field/week')
  await page.locator('main a[href*="/assignment/"]').first().waitFor()
  await page.waitForTimeout(3000)
  await page.close()
  await context.setOffline(true)
  for (let round = 0; round < 6; round++) {
    const phone = await context.newPage()
    const s = await context.newCDPSession(phone)
    await s.send('Performance.enable', { timeDomain: 'threadTicks' })
    if (round >= 3) await s.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const prof = round === 2
    if (prof) { await s.send('Profiler.enable'); await s.send('Profiler.setSamplingInterval', { interval: 200 }); await s.send('Profiler.start') }
    const t0 = Date.now()
    await phone.goto('/field/', { waitUntil: 'commit' })
    await phone.locator('main a[href$="/scan"]').first().waitFor()
    const wall = Date.now() - t0
    const { metrics } = await s.send('Performance.getMetrics')
    const of = (n: string) => Math.round((metrics.find(({ name }) => name === n)?.value ?? 0) * 1000)
    if (round === 1 || round === 4) console.log(await phone.evaluate(`performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation")).map(e=>[e.name.split("/").pop(),Math.round(e.startTime),Math.round(e.responseStart),Math.round(e.responseEnd),Math.round(e.workerStart)].join(" ")).join("@")`).then((x) => String(x).split("@").join(String.fromCharCode(10))));
    const paint = await phone.evaluate('JSON.stringify(performance.getEntriesByType("paint").map(e=>[e.name,Math.round(e.startTime)]))')
    console.log(round, 'wall', wall, 'task', of('TaskDuration'), 'script', of('ScriptDuration'), 'layout', of('LayoutDuration'), 'style', of('RecalcStyleDuration'), 'v8compile', of('V8CompileDuration'), paint)
    if (prof) { const { profile } = await s.send('Profiler.stop'); writeFileSync('/tmp/field.cpuprofile', JSON.stringify(profile)) }
    await phone.close()
  }
} finally { await browser.close(); await product.stop() }
