// The layout library takes a worker without a `document` for one of its own and listens to its messages. It is imported after this.
if (typeof document === 'undefined') Object.assign(globalThis, { document: {} })
