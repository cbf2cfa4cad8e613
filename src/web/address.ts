import { effect } from '@preact/signals'
import type { Report } from '../view/report.js'
import { choose, type ReportState, shownMs, showTime } from '../view/reportState.js'
import { type Choice, readChoice, writeChoice } from './addressHash.js'

const ADDRESS_DELAY_MS = 250

/**
 * Keeps the address and what the reader has chosen the same: a link brings back its ifs and its moment, a choice is in the address
 * once it rests, and the other language is opened as this one stands.
 */
export function keepAddress(report: Report, state: ReportState): void {
  const published = shownMs(report, state)
  const take = () => {
    const choice = readChoice(location.hash)
    if (choice === null) return
    choose(report, state, choice.ifs)
    if (choice.timeMs !== undefined) showTime(report, state, choice.timeMs)
    const inSight =
      choice.to === null
        ? document.querySelector(choice.timeMs === undefined ? '.ifpanel' : '.replay')
        : document.getElementById(choice.to)
    inSight?.scrollIntoView({ block: 'start' })
  }
  take()
  addEventListener('hashchange', take)
  const choiceNow = (to: string | null): Choice => {
    const timeMs = shownMs(report, state)
    const others = readChoice(location.hash)?.others ?? []
    return {
      ifs: state.chosenIfs.value,
      timeMs: timeMs === published ? undefined : timeMs,
      to,
      others,
    }
  }
  let pending: ReturnType<typeof setTimeout> | undefined
  let begun = false
  effect(() => {
    // Read here, so that the effect follows them.
    choiceNow(null)
    clearTimeout(pending)
    if (!begun) {
      begun = true
      return
    }
    // Writing an address is slow, and a slider passes many moments: only where it rests is written.
    pending = setTimeout(() => {
      const next = writeChoice(choiceNow(null))
      if (next !== location.hash)
        history.replaceState(null, '', next === '' ? location.pathname + location.search : next)
    }, ADDRESS_DELAY_MS)
  })
  followEditions(() => writeChoice(choiceNow(placeInSight())))
}

/** The links to other languages lead to the same choice and the same place. */
function followEditions(fragment: () => string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.editions a')) {
    const plain = link.getAttribute('href') ?? ''
    const follow = () => {
      link.href = plain + fragment()
    }
    // Before any way of opening it: by pointer, by key, or from the menu of the browser.
    for (const type of ['pointerdown', 'focus', 'click', 'contextmenu']) link.addEventListener(type, follow)
  }
}

/** The place that the address names, or the section at the top of the window; null at the top of the page. */
function placeInSight(): string | null {
  const named =
    readChoice(location.hash)?.to ?? (/^#[^=]+$/.test(location.hash) ? location.hash.slice(1) : null)
  if (named !== null && document.getElementById(named) !== null) return named
  const passed = [...document.querySelectorAll<HTMLElement>('main section[id]')].filter(
    section => section.getBoundingClientRect().top < innerHeight / 2,
  )
  return passed.at(-1)?.id ?? null
}
