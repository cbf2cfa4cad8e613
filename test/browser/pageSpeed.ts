import type { Page } from 'playwright-core'

/** What a reader does that a page must answer at once. */
export type Act = 'switch' | 'scrub' | 'scrub by time'

/** Medians of 20 acts, milliseconds. */
export interface ActSpeed {
  /** Time that the page's main thread was at work: script, style, layout, paint. What else runs on the machine hardly counts. */
  readonly ownMs: number
  /** From the act to the task after the frame in which the new picture was laid out, waiting for that frame included. */
  readonly wallMs: number
}

const ACTS = 20

/** Does one thing 20 times on a published page that has come to life, and measures each. */
export async function measureAct(page: Page, act: Act): Promise<ActSpeed> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  await page
    .locator('.steps input')
    .nth(act === 'scrub by time' ? 1 : 0)
    .check()
  // With many ifs on there may be few moments left to scrub through.
  if (act !== 'switch') await page.locator('.presets button').last().click()
  const [own, wall]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < ACTS; turn++) {
    const before = await worked()
    wall.push(
      await page.evaluate(
        async ([kind, place]) => {
          const slider = document.querySelector<HTMLInputElement>('.scrub input')!
          const switches = [...document.querySelectorAll<HTMLInputElement>('.ifrow input')]
          const from = performance.now()
          if (kind === 'switch') switches[place % switches.length]!.click()
          else {
            slider.value = String((place + 1) * Number(slider.step) * (kind === 'scrub' ? 1 : 7))
            slider.dispatchEvent(new Event('input', { bubbles: true }))
          }
          await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))
          return performance.now() - from
        },
        [act, turn] as const,
      ),
    )
    own.push((await worked()) - before)
  }
  await devtools.detach()
  return { ownMs: median(own), wallMs: median(wall) }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
