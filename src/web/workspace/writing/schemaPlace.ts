/** As much of a JSON Schema as completion reads. */
export interface JsonSchema {
  readonly $ref?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number
  readonly allOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly definitions?: Readonly<Record<string, JsonSchema>>
}

/** A key that may stand at a place. */
export interface SchemaKey {
  readonly key: string
  readonly description: string
}

/** The schemas that a value at a path may fit, outermost first; `#` is an item of a list. */
export function schemasAt(root: JsonSchema, path: readonly string[]): readonly JsonSchema[] {
  let schemas = alternatives(root, root)
  for (const part of path) {
    schemas = schemas.flatMap(schema => {
      const inner = part === '#' ? schema.items : (schema.properties?.[part] ?? schema.additionalProperties)
      return typeof inner === 'object' ? alternatives(inner, root) : []
    })
  }
  return schemas
}

/** Keys that may stand in a map at a path, each once. */
export function keysAt(root: JsonSchema, path: readonly string[]): readonly SchemaKey[] {
  const keys = new Map<string, string>()
  for (const { properties } of schemasAt(root, path)) {
    for (const [key, schema] of Object.entries(properties ?? {})) keys.set(key, schema.description ?? '')
  }
  return [...keys].map(([key, description]) => ({ key, description }))
}

/** Words that a value at a path may be. */
export function valuesAt(root: JsonSchema, path: readonly string[]): readonly string[] {
  const values = schemasAt(root, path).flatMap(schema => [
    ...(schema.enum ?? []),
    ...(schema.const === undefined ? [] : [schema.const]),
  ])
  return [...new Set(values.map(String))]
}

/** A schema with its references followed and its parts laid side by side. Recursion in schemas ends at a depth. */
function alternatives(schema: JsonSchema, root: JsonSchema, depth = 0): readonly JsonSchema[] {
  if (depth > 12) return []
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  const target =
    schema.$ref === undefined ? undefined : root.definitions?.[schema.$ref.split('/').at(-1) ?? '']
  return [
    schema,
    ...(target === undefined ? [] : alternatives(target, root, depth + 1)),
    ...parts.flatMap(part => alternatives(part, root, depth + 1)),
  ]
}
