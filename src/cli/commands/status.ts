import { relative, resolve } from 'node:path'
import { parseDuration } from '../../model/duration.js'
import { parseInstant } from '../../model/time.js'
import { isTimezone } from '../../model/timezone.js'
import { readTypedTime } from '../../model/typedTime.js'
import { statusFiles } from '../../publish/status/statusFiles.js'
import { liveWords } from '../../words/live/liveWords.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { InvalidCase, readCase } from '../openCase.js'
import { visible } from '../visible.js'

/**
 * `manil status CASE --out DIR`: the public status page and its feed as static files. Each file is replaced as a whole, so that
 * nobody ever reads half of one; the pages come last, when what they link to is there.
 */
export async function status(
  path: string,
  options: { readonly out: string; readonly url: string | null; readonly next: string | null },
  context: Context,
): Promise<ExitStatus> {
  const { effects, words, language } = context
  const said = liveWords(language)
  const loaded = readCase(path, context)
  const { document } = loaded
  if (document === null || !isTimezone(document.case.timezone)) {
    throw new InvalidCase(loaded.id, loaded.problems, words)
  }
  const out = resolve(effects.cwd, options.out)
  const kind = effects.pathKind(out)
  if (kind !== null && kind !== 'folder') throw new CannotDo('out-is-file', said.outIsFile(options.out))
  const { url } = options
  if (url !== null && !isWebAddress(url)) throw new CannotDo('bad-url', visible(said.badUrl(url)))
  const nowEpochMs = Math.floor(effects.clockMs() / 1000) * 1000
  const begun = parseInstant(document.case.start, { timezone: document.case.timezone, startEpochMs: 0 })
  const frame = {
    timezone: document.case.timezone,
    startEpochMs: 'epochMs' in begun ? begun.epochMs : nowEpochMs,
  }
  const nextUpdateEpochMs = options.next === null ? null : nextOf(options.next, nowEpochMs, frame, context)
  effects.progress(said.statusWorking(visible(loaded.id)))
  const files = await statusFiles({
    caseId: loaded.id,
    document,
    nowEpochMs,
    nextUpdateEpochMs,
    ...(url !== null && { baseUrl: url }),
  })
  for (const { path: name, contents } of files) {
    effects.writeFile(resolve(out, name), contents)
  }
  effects.progress('')
  const names = files.map(({ path: name }) => name)
  if (context.json) {
    writeJson(context, { case: loaded.id, out: options.out, files: names, nextUpdateEpochMs })
    return exitStatus.fine
  }
  effects.write(`${said.statusWritten(files.length, visible(options.out))}\n`)
  for (const name of names) effects.write(`  ${visible(relative(effects.cwd, resolve(out, name)))}\n`)
  return exitStatus.fine
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** `16:00`, or `30m` from now. */
function nextOf(
  text: string,
  nowEpochMs: number,
  frame: { readonly timezone: string; readonly startEpochMs: number },
  { language }: Context,
): number {
  const length = parseDuration(text)
  const read = length === null ? readTypedTime(text, { ...frame, previous: nowEpochMs }) : null
  const at =
    length !== null
      ? nowEpochMs + length.medianMs
      : read === null || 'code' in read
        ? null
        : (read.toEpochMs ?? read.fromEpochMs)
  if (at === null || at <= nowEpochMs)
    throw new CannotDo('bad-next', visible(liveWords(language).badNext(text)))
  return at
}
