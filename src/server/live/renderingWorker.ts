import type { CaseFile } from '../../files/caseFile.js'
import { RenderedCases, type RenderingTask, renderingTasks } from './renderingTasks.js'

/** One piece of work as a thread is asked for it. */
export interface RenderingOrder {
  readonly task: RenderingTask
  readonly asked: unknown
  readonly id: string
  readonly version: string
  readonly files: readonly CaseFile[]
}

const cases = new RenderedCases()

/** What a thread does, called by tinypool. */
export default async function render({ task, asked, id, version, files }: RenderingOrder): Promise<unknown> {
  const work = renderingTasks[task] as (of: unknown, asked: unknown) => unknown
  return work(cases.get(id, version, files), asked)
}
