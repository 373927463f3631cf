// The fault of one item of a list in a form: react-hook-form nests them as the values are nested.

type Tree = { readonly [key: string]: unknown } | undefined

/** `faultAt(form.formState.errors, 'weeklyShifts', 2)` also finds a fault of the item's own fields. */
export const faultAt = (
  errors: object,
  ...path: readonly (string | number)[]
): string | undefined => {
  let inside = errors as Tree
  for (const key of path) inside = inside?.[key] as Tree
  return firstMessage(inside)
}

const firstMessage = (fault: Tree): string | undefined => {
  if (typeof fault !== 'object' || fault === null) return undefined
  if (typeof fault.message === 'string') return fault.message
  for (const [key, inner] of Object.entries(fault)) {
    const message = key === 'ref' ? undefined : firstMessage(inner as Tree)
    if (message) return message
  }
  return undefined
}
