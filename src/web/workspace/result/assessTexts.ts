import { objectiveOutcomes } from '../../../assess/objectives.js'
import { questions } from '../../../assess/questions.js'
import type { CaseFile } from '../../../files/caseFile.js'
import type { CaseReader } from '../../../files/caseReader.js'
import { inOrder } from '../../../files/diagnostic.js'
import { loadCase } from '../../../files/loadCase.js'
import { examine } from '../../../lint/examination.js'
import type { CaseDocument, Language } from '../../../model/case.js'
import { directiveProblems } from '../../../narrative/directiveProblems.js'
import { factEntry, scenarioStart, worldClock } from '../../../view/facts/factEntry.js'
import { factTime } from '../../../view/facts/factTime.js'
import { type Model, openReport, type Report } from '../../../view/report.js'
import { diagnosticMessage } from '../../../words/diagnostics/diagnosticWords.js'
import { fidelityWords } from '../../../words/fidelity/fidelityWords.js'
import { questionWords } from '../../../words/questions/questionWords.js'
import type {
  CaseResult,
  ModelResult,
  Said,
  SaidDiagnostic,
  SaidQuestion,
  ServiceResult,
} from './caseResult.js'
import { reportDataOf } from './reportDataOf.js'

/** Loads, examines and runs the texts of a case: everything that is said beside them while they are written. */
export function assessTexts(
  caseId: string,
  files: readonly CaseFile[],
  language: Language,
  reader: CaseReader,
): Omit<CaseResult, 'version' | 'tookMs'> {
  const loaded = loadCase(caseId, files, { reader })
  const examined = examine(loaded)
  const found = [...examined.found, ...directiveProblems(loaded)].sort(inOrder).map(
    ({ code, severity, file, line, column, endColumn, path, values, suggestion }): SaidDiagnostic => ({
      code,
      severity,
      file,
      line,
      column,
      endColumn,
      path,
      ...diagnosticMessage(code, values, language),
      suggestion: suggestion ?? null,
    }),
  )
  const errors = found.filter(({ severity }) => severity === 'error').length
  return {
    language,
    errors,
    warnings: found.length - errors,
    found,
    broken: examined.broken,
    model:
      examined.broken || loaded.document === null ? null : modelResult(caseId, loaded.document, language),
  }
}

function modelResult(caseId: string, document: CaseDocument, language: Language): ModelResult | null {
  const report = openReport(reportDataOf(caseId, document, language))
  const { model } = report
  if (model === null) return null
  const words = fidelityWords(language)
  return {
    startEpochMs: model.scenario.startEpochMs,
    horizonMs: model.run.scenario.horizonMs,
    fidelityLine: words.line(model.fidelity),
    fidelityShort: words.short(model.fidelity),
    services: model.services.map(id => serviceResult(report, model, id)),
    facts: model.wholeFidelity.byFact,
    objectives: objectiveOutcomes(model.session.with([])),
    questions: saidQuestions(report, model),
  }
}

function serviceResult(report: Report, model: Model, component: string): ServiceResult {
  const { downMs, impairedMs, down, impaired, backWithinHorizon } = model.outcome(component)
  const stretches = [
    ...down.map(interval => ({ ...interval, state: 'down' as const })),
    ...impaired.map(interval => ({ ...interval, state: 'impaired' as const })),
  ]
    .map(({ state, fromMs, toMs, open }) => ({ state, fromMs, toMs, open }))
    .sort((a, b) => a.fromMs - b.fromMs)
  return { component, title: report.title(component), downMs, impairedMs, stretches, backWithinHorizon }
}

/** Sets a fact's id apart in a sentence. No id contains it. */
const mark = '\u0001'

function saidQuestions(report: Report, model: Model): readonly SaidQuestion[] {
  const words = questionWords(report.language)
  const startMs = scenarioStart(report, 'main')
  return questions(model.session, model.wholeFidelity).map(question => {
    const text = words.ask(question, {
      component: report.title,
      event: id => report.text(report.document.events?.[id]?.title) || id,
      fact: id => `${mark}${id}${mark}`,
      span: (fromMs, toMs, scenario) => {
        const start = scenarioStart(report, scenario)
        return worldClock(report).span(start + fromMs, start + toMs)
      },
    })
    const { kind, components, facts, paths } = question
    return { kind, components, facts, paths, label: words.kinds[kind], text: parts(report, text, startMs) }
  })
}

function parts(report: Report, text: string, startMs: number): readonly Said[] {
  return text.split(mark).flatMap((part, place): Said[] => {
    if (place % 2 === 0) return part === '' ? [] : [part]
    const entry = factEntry(report, part)
    return [entry === null ? part : { fact: part, time: factTime(report, entry, startMs) }]
  })
}
