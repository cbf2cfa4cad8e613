import { useEffect, useMemo, useState } from 'preact/hooks'
import type { InboxDraft } from '../../../../api/inbox.js'
import { useCase } from '../../case/useCase.js'
import { say } from '../../pieces/status.js'
import { api } from '../../session/session.js'

export type DraftState = InboxDraft['state']

/** Drafts that are asked for at once. */
const page = 500

/** The drafts of one state, and what can be done with them. The list follows what others do. */
export interface Drafts {
  readonly drafts: readonly InboxDraft[]
  readonly total: number
  readonly loading: boolean
  /** Why they could not be asked for. */
  readonly wrong: string | null
  readonly more: () => void
  readonly reload: () => Promise<void>
  readonly accept: (
    keys: readonly string[],
  ) => Promise<{ readonly accepted: number; readonly refused: number } | null>
  readonly discard: (keys: readonly string[], restore?: boolean) => Promise<boolean>
  readonly merge: (keys: readonly string[]) => Promise<void>
  readonly split: (key: string, texts: readonly string[]) => Promise<string | null>
  readonly change: (
    key: string,
    to: { readonly at?: string; readonly text?: string },
  ) => Promise<string | null>
}

/** Opens the drafts of a state. */
export function useDrafts(state: DraftState): Drafts {
  const open = useCase()
  const [limit, setLimit] = useState(page)
  const [drafts, setDrafts] = useState<readonly InboxDraft[]>([])
  const [total, setTotal] = useState(0)
  const [loading, setLoading] = useState(true)
  const [wrong, setWrong] = useState<string | null>(null)
  const params = useMemo(() => ({ case: open.id }), [open])

  const reload = useMemo(
    () => async () => {
      const asked = await api.ask('get', '/api/cases/{case}/drafts', {
        params,
        query: { state, offset: 0, limit },
      })
      setLoading(false)
      setWrong('refused' in asked ? asked.refused.message || asked.refused.code : null)
      if ('refused' in asked) return
      setDrafts(asked.given.drafts)
      setTotal(asked.given.total)
    },
    [params, state, limit],
  )
  useEffect(() => {
    void reload()
    return open.onNotice(about => {
      if (about === 'drafts') void reload()
    })
  }, [open, reload])

  const done = async (asked: object): Promise<string | null> => {
    if ('refused' in asked) {
      const { message, code } = asked.refused as { readonly message: string; readonly code: string }
      return message === '' ? code : message
    }
    await reload()
    return null
  }
  const told = async (asked: object) => {
    const wrong = await done(asked)
    if (wrong !== null) say(wrong, { look: 'wrong' })
    return wrong === null
  }
  return {
    drafts,
    total,
    loading,
    wrong,
    more: () => setLimit(Math.min(limit + page, 2000)),
    reload,
    accept: async keys => {
      const asked = await api.ask('post', '/api/cases/{case}/drafts/accept', {
        params,
        json: { keys: [...keys] },
      })
      await told(asked)
      if ('refused' in asked) return null
      return { accepted: asked.given.facts.length, refused: asked.given.refused.length }
    },
    discard: async (keys, restore = false) =>
      told(
        await api.ask('post', '/api/cases/{case}/drafts/discard', {
          params,
          json: { keys: [...keys], restore },
        }),
      ),
    merge: async keys => {
      const asked = await api.ask('post', '/api/cases/{case}/drafts/merge', {
        params,
        json: { keys: [...keys] },
      })
      await told(asked)
    },
    split: async (key, texts) =>
      done(
        await api.ask('post', '/api/cases/{case}/drafts/{key}/split', {
          params: { ...params, key },
          json: { texts: [...texts] },
        }),
      ),
    change: async (key, to) =>
      done(
        await api.ask('patch', '/api/cases/{case}/drafts/{key}', { params: { ...params, key }, json: to }),
      ),
  }
}
