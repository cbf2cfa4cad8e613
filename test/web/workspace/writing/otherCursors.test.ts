import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { cursorsIn } from '../../../../src/web/workspace/writing/otherCursors.js'

// What this proves: others are shown where they are in this text and nowhere else, and whatever a state of presence holds is looked at
// before it is used.

const doc = new Y.Doc()
const [text, elsewhere] = [doc.getText('here'), doc.getText('there')]
text.insert(0, 'abcdef')
elsewhere.insert(0, 'abcdef')
const at = (of: Y.Text, index: number) =>
  JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(of, index)))
const user = { id: 'u2', name: 'Jo' }

test.each([
  ['a cursor here', { user, cursor: { anchor: at(text, 1), head: at(text, 4) } }, ['Jo 1-4']],
  ['a cursor in another text', { user, cursor: { anchor: at(elsewhere, 1), head: at(elsewhere, 4) } }, []],
  ['nobody knows who', { cursor: { anchor: at(text, 2), head: at(text, 2) } }, [' 2-2']],
  ['no cursor', { user, cursor: null }, []],
  ['half a cursor', { user, cursor: { anchor: at(text, 1) } }, []],
  ['nonsense', { user: 3, cursor: { anchor: 'x', head: { item: 'y' } } }, []],
])('%s', (_, state, shown) => {
  const awareness = new Awareness(doc)
  awareness.states.set(7, state)
  awareness.states.set(awareness.clientID, { cursor: { anchor: at(text, 0), head: at(text, 0) } })
  expect(cursorsIn(text, awareness).map(({ name, anchor, head }) => `${name} ${anchor}-${head}`)).toEqual(
    shown,
  )
  awareness.destroy()
})
