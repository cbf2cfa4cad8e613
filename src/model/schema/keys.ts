import { z } from 'zod'

/** The keys that may stand at a place, for "did you mean": of every map that the schema allows there. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const found = new Set<string>()
  const visit = (inner: unknown, depth: number): void => {
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) visit(inner.unwrap(), depth)
    else if (inner instanceof z.ZodUnion) for (const option of inner.options) visit(option, depth)
    else if (depth === path.length) {
      if (inner instanceof z.ZodObject) for (const key of Object.keys(inner.shape)) found.add(key)
    } else if (inner instanceof z.ZodObject) {
      const key = String(path[depth])
      if (Object.hasOwn(inner.shape, key)) visit(inner.shape[key], depth + 1)
    } else if (inner instanceof z.ZodRecord) visit(inner.valueType, depth + 1)
    else if (inner instanceof z.ZodArray) visit(inner.element, depth + 1)
  }
  visit(schema, 0)
  return [...found]
}
