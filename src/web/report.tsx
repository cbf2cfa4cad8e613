import { type ComponentType, hydrate } from 'preact'
import '../view/report.css'
import { IfCard } from '../view/ifs/ifCard.js'
import { IfPanel } from '../view/ifs/ifPanel.js'
import { AndWe } from '../view/ourselves/andWe.js'
import { RecoveryPath } from '../view/path/recoveryPathFigure.js'
import { Recovery } from '../view/recovery/recovery.js'
import { Replay } from '../view/replay/replay.js'
import { openReport, type Report } from '../view/report.js'
import type { ReportData } from '../view/reportData.js'
import { openState, type ReportState } from '../view/reportState.js'
import { keepAddress } from './address.js'
import { offerData } from './download.js'
import { followScenarios } from './scenarioAddress.js'

interface Props {
  readonly of: string
  readonly scenario?: string
}

type Island = ComponentType<{ report: Report; state: ReportState; of: string }>

const ISLANDS: Readonly<Record<string, Island>> = {
  replay: Replay,
  ifs: IfPanel,
  if: IfCard,
  'and-we': AndWe,
  recovery: Recovery,
  path: RecoveryPath,
}

/** Brings a published page to life: one report, one state, and every island drawn again in its place. */
function start(): void {
  const data = document.getElementById('manil-data')?.textContent
  if (data === undefined || data === null) return
  const published = JSON.parse(data) as ReportData
  const report = openReport(published)
  const state = openState(report)
  const others = new Map<string, ReportState>()
  for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
    const Island = ISLANDS[place.dataset.island ?? '']
    if (Island === undefined) continue
    const { of, scenario = 'main' } = JSON.parse(place.dataset.props ?? '{}') as Props
    const shown = report.under(scenario) ?? report
    // Another scenario has moments of its own, and what a reader chooses for the main one is not chosen for it.
    const own = shown === report ? state : (others.get(scenario) ?? openState(shown))
    if (shown !== report) others.set(scenario, own)
    hydrate(<Island report={shown} state={own} of={of} />, place)
  }
  keepAddress(report, state)
  followScenarios(report, others)
  offerData(published)
}

start()
