import { useState } from 'preact/hooks'
import type { CaseDocument } from '../../../../model/case.js'
import { formatLocal } from '../../../../model/time.js'
import { readTypedTime } from '../../../../model/typedTime.js'
import { boardWords } from '../../../../words/workspace/board.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { TextField } from '../../pieces/field.js'
import { language } from '../../session/session.js'
import type { Live } from './useLiveState.js'

/** When more is told, and who is on duty. */
export function LiveState({
  live,
  nowMs,
  document,
}: {
  readonly live: Live
  readonly nowMs: number
  readonly document: CaseDocument | null
}) {
  const open = useCase()
  const words = boardWords(language.value)
  const zone = document?.case.timezone ?? 'UTC'
  const [wrong, setWrong] = useState<string | null>(null)
  const [role, setRole] = useState('')
  const [reach, setReach] = useState('')
  const next = live.state?.nextUpdateMs ?? null
  const duty = live.state?.duty ?? []
  const setNext = (text: string) => {
    if (text.trim() === '') return
    // `+30m` counts from now here, and a clock is that of today.
    const read = readTypedTime(text, { timezone: zone, startEpochMs: nowMs, previous: nowMs })
    if ('code' in read) return setWrong(words.badTime)
    setWrong(null)
    void live.set({ nextUpdateMs: read.toEpochMs ?? read.fromEpochMs })
  }
  return (
    <section class="live-state">
      <div>
        <h2>{words.next}</h2>
        <p data-late={next !== null && next < nowMs}>
          {next === null
            ? words.nextNone
            : next < nowMs
              ? words.nextLate(formatLocal(next, zone))
              : words.nextAt(formatLocal(next, zone))}
        </p>
        {open.mayWrite.value && (
          <>
            <TextField
              label={words.next}
              labelHidden
              hint={words.nextHint}
              error={wrong}
              value=""
              commit={setNext}
            />
            {next !== null && (
              <Button size="small" look="quiet" onClick={() => void live.set({ nextUpdateMs: null })}>
                {words.clear}
              </Button>
            )}
          </>
        )}
      </div>
      <div>
        <h2>{words.duty}</h2>
        <p class="quiet">{words.dutyAbout}</p>
        <ul class="duty">
          {duty.map((one, place) => (
            <li key={`${one.role} ${place}`}>
              <b>{one.role}</b> {one.reach}
              {open.mayWrite.value && (
                <Button
                  size="small"
                  look="quiet"
                  aria-label={words.remove(one.role)}
                  onClick={() => void live.set({ duty: duty.filter((_, other) => other !== place) })}
                >
                  ✕
                </Button>
              )}
            </li>
          ))}
        </ul>
        {open.mayWrite.value && (
          <form
            class="duty-add"
            onSubmit={event => {
              event.preventDefault()
              if (role.trim() === '') return
              void live.set({ duty: [...duty, { role: role.trim(), reach: reach.trim() }] })
              setRole('')
              setReach('')
            }}
          >
            <TextField label={words.role} value={role} commit={setRole} typed={setRole} />
            <TextField label={words.reach} value={reach} commit={setReach} typed={setReach} />
            <Button type="submit" size="small">
              {words.add}
            </Button>
          </form>
        )}
      </div>
    </section>
  )
}
