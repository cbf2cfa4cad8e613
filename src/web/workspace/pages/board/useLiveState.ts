import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Board } from '../../../../api/liveLog.js'
import { useCase } from '../../case/useCase.js'
import { say } from '../../pieces/status.js'
import { api, language } from '../../session/session.js'

/** What stands beside the timeline while it happens: the next update, roles on duty, whether it is under way. */
export interface Live {
  readonly state: Board | null
  readonly set: (change: Partial<Pick<Board, 'nextUpdateMs' | 'duty' | 'live'>>) => Promise<void>
}

/** Follows the live state of the case. */
export function useLiveState(): Live {
  const open = useCase()
  const [state, setState] = useState<Board | null>(null)
  const params = useMemo(() => ({ case: open.id }), [open])
  useEffect(() => {
    const load = async () => {
      const asked = await api.ask('get', '/api/cases/{case}/board', {
        params,
        query: { lang: language.peek() },
      })
      if ('given' in asked) setState(asked.given)
    }
    void load()
    return open.onNotice(about => {
      if (about === 'live') void load()
    })
  }, [open, params])
  return {
    state,
    set: async change => {
      const asked = await api.ask('put', '/api/cases/{case}/live-state', { params, json: change })
      if ('refused' in asked) say(asked.refused.message || asked.refused.code, { look: 'wrong' })
      else setState(asked.given)
    },
  }
}
