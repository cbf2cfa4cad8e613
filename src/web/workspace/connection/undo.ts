import { type ReadonlySignal, signal } from '@preact/signals'
import * as Y from 'yjs'
import { type SharedCase, sharedFiles } from '../../../collaboration/sharedCase.js'

/** Where the changes of this page's forms come from. */
export const own = Symbol('own')

/** Undo of one's own changes, across all files. What others wrote stays. */
export interface UndoHistory {
  /** For `y-commands` of text editors, which add their own origin to it. */
  readonly manager: Y.UndoManager
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  readonly undo: () => boolean
  readonly redo: () => boolean
  /** What comes next is a step of its own. */
  readonly step: () => void
}

/** Changes of one text closer together than this are one step. */
const captureMs = 400

/** Opens the history of a shared case. Nothing that was there before can be undone. */
export function openUndo(shared: SharedCase): UndoHistory {
  const manager = new Y.UndoManager(sharedFiles(shared), {
    trackedOrigins: new Set([own]),
    captureTimeout: captureMs,
  })
  const canUndo = signal(false)
  const canRedo = signal(false)
  const look = () => {
    canUndo.value = manager.undoStack.length > 0
    canRedo.value = manager.redoStack.length > 0
  }
  for (const name of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
    manager.on(name, look)
  return {
    manager,
    canUndo,
    canRedo,
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    step: () => manager.stopCapturing(),
  }
}
