// The asset a code stands for, among those of the week's sites.
import type { FieldAsset } from '@regie/contract/fieldwork'

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ')

/** A label may hold the reference, the id, or an address that ends in either. */
export function findAsset(
  stops: readonly { readonly assets: readonly FieldAsset[] }[],
  code: string,
): FieldAsset | undefined {
  const said = plain(code)
  const last = plain(decodeTail(code))
  const assets = stops.flatMap((stop) => stop.assets)
  const matches = (value: string | null) =>
    value !== null && value !== '' && (plain(value) === said || plain(value) === last)
  return (
    assets.find(({ externalId, id }) => matches(externalId) || matches(id)) ??
    assets.find(({ name }) => plain(name) === said)
  )
}

const decodeTail = (code: string): string => {
  const tail =
    code
      .trim()
      .split(/[/?#=]/)
      .filter(Boolean)
      .at(-1) ?? ''
  try {
    return decodeURIComponent(tail)
  } catch {
    return tail
  }
}
