// What a pure function made of a key, kept for the next time it is asked: plans repeat the same instants thousandfold.

/** The same function with a memory of at most so many answers; full, it begins anew. */
export function remember<K extends string | number, V extends {}>(
  most: number,
  make: (key: K) => V,
): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const made = make(key)
    known.set(key, made)
    return made
  }
}
