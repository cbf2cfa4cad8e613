import * as Y from 'yjs'
import type { Draft } from '../../src/interop/draft.js'
import type { Store } from '../../src/store/store.js'

const draft = (key: string): Draft => ({
  key,
  time: null,
  text: `🙂 \u2028 ${key}`,
  flags: [],
  origin: { format: 'paste', place: 'line 1', original: 'NUL \0 and half \ud83d' },
})

/** Writes something into every table of a store: the case `fire` has all that a case can have. */
export async function fillStore(store: Store, nowMs: number): Promise<void> {
  const user = await store.users.create({ name: '하나 <a>', email: 'Hana@example.com', role: 'admin' })
  const other = await store.users.create({ name: '두리' })
  await store.users.setPasswordSecret(user.id, 'scrypt$…')
  await store.users.addIdentity(user.id, 'https://issuer.example', 'subject')
  await store.sessions.create({
    tokenHash: 's',
    userId: user.id,
    csrfSecret: 'c',
    expiresAtMs: nowMs + 1,
  })
  await store.tokens.create({
    tokenHash: 't',
    userId: user.id,
    name: 'ci',
    roleCap: 'editor',
    cases: ['fire'],
    expiresAtMs: null,
  })
  await store.settings.set(null, 'name', { of: 'workspace' })
  const image = crypto.getRandomValues(new Uint8Array(3_000))
  const files = [
    { path: 'case.yaml', text: '\ufefftitle: 불\r\n' },
    { path: 'bad.yaml', text: Uint8Array.from([0xff, 0, 10]) },
    ...Array.from({ length: 30 }, (_, index) => ({
      path: `evidence/${index}.png`,
      text: image.subarray(index),
    })),
  ]
  await store.cases.create({ id: 'fire', title: '불', files, userId: user.id, message: '처음' })
  await store.settings.set('fire', 'sign-off roles', ['legal'])
  await store.texts.create('fire', 'timeline.yaml', 'facts: []', other.id)
  await store.revisions.commit('fire', { kind: 'edited', message: '' })
  await store.texts.compact('fire')
  // More than one page of rows.
  const typed = new Y.Doc()
  const updates: Uint8Array[] = []
  typed.on('update', update => updates.push(update))
  for (let index = 0; index < 2_300; index++) typed.getText('typed').insert(0, 'x')
  await store.texts.append('fire', updates, other.id)
  await store.members.set('fire', other.id, { role: 'reviewer', signOffRoles: ['legal'] })
  await store.invitations.create({
    tokenHash: 'i',
    caseId: 'fire',
    role: 'reader',
    signOffRoles: [],
    note: '',
    invitedBy: user.id,
    expiresAtMs: nowMs + 1,
  })
  for (let index = 0; index < 3; index++) {
    await store.audit.append({ actor: user.id, action: 'test.entry', caseId: 'fire', details: { index } })
  }
  const drafts = Array.from({ length: 150 }, (_, index) => draft(`${index}`))
  const result = {
    format: 'paste',
    drafts,
    notes: [],
    people: [{ original: 'a', replacement: 'b' }],
  } as const
  const { batchId } = await store.drafts.add('fire', { name: 'notes.md', userId: user.id, result })
  const listed = await store.drafts.list('fire')
  // Drafts lead to drafts in both directions of their order.
  for (let index = 0; index < 100; index += 2) {
    await store.drafts.merge('fire', listed[index]!.id, listed[index + 1]!.id, draft('merged'), user.id)
  }
  await store.originals.add('fire', { name: 'notes.md', mediaType: 'text/markdown', batchId, bytes: image })
  const comment = await store.comments.add('fire', { anchor: { fact: 'f1' }, userId: user.id, text: '?' })
  for (let index = 0; index < 120; index++) {
    await store.comments.reply('fire', comment.id, { userId: other.id, text: `${index}` })
  }
  const round = await store.rounds.open('fire', { title: 'r', userId: user.id, items: ['q'] })
  for (const text of ['a', 'b'])
    await store.rounds.answer('fire', round.id, round.items[0]!.id, { kind: 'anonymous', text })
  await store.signOffs.sign('fire', { revision: 1, role: 'legal', userId: other.id, note: '' })
  await store.live.set('fire', { expectedUpdateAtMs: nowMs, duties: { lead: '하나' } })
  await store.webhooks.create({
    caseId: 'fire',
    name: 'w',
    format: 'alertmanager',
    createdBy: null,
    secretHash: 'h',
  })
  await store.rateLimits.hit('someone', 1, 1)
}
