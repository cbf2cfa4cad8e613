import { doctor } from '../../store/doctor/doctor.js'
import { doctorAdvice, findingSentence } from '../../words/doctor/doctorWords.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { openStoreFor } from '../storePlace.js'

/** `manil doctor`: whether everything in the workspace is whole. */
export async function examineWorkspace(
  options: { readonly data: string | null },
  context: Context,
): Promise<ExitStatus> {
  const { effects } = context
  const { workspace: words } = context.words
  const store = await openStoreFor(options.data, context)
  try {
    const { findings, omitted, counts } = await doctor(store)
    const count = findings.length + omitted
    if (context.json) writeJson(context, { findings, omitted, counts })
    else if (count === 0) effects.write(`${words.doctorFine(counts.cases, counts.revisions)}\n`)
    else {
      effects.write(`${words.doctorFound(count)}\n`)
      for (const finding of findings) {
        effects.write(`  ${findingSentence(finding, context.language)} [${finding.code}]\n`)
      }
      effects.write(`${doctorAdvice(context.language)}\n`)
    }
    return count === 0 ? exitStatus.fine : exitStatus.findings
  } finally {
    await store.close()
  }
}
