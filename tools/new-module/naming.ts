// One capability's names in all the spellings its files need.
export type Naming = {
  /** `parking-lots`: folders, routes, permissions. */
  readonly module: string
  /** `parkingLots` */
  readonly moduleCamel: string
  /** `parking_lots`: schema and table. */
  readonly schema: string
  /** `parking-lot` */
  readonly noun: string
  /** `parkingLot` */
  readonly nounCamel: string
  /** `ParkingLot` */
  readonly Noun: string
  /** `ParkingLots` */
  readonly Nouns: string
  /** `parking_lot` */
  readonly nounSnake: string
  /** `Parking lots`, `parking lot`: for people. */
  readonly title: string
  readonly words: string
}

const camel = (kebab: string): string =>
  kebab.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const spaced = (kebab: string): string => kebab.replaceAll('-', ' ')

const singular = (plural: string): string => {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`
  return plural.endsWith('s') && !plural.endsWith('ss') ? plural.slice(0, -1) : plural
}

/** Throws, with what a name must be, when `module` is none. The noun is the singular unless it is given. */
export function namingOf(module: string, givenNoun?: string): Naming {
  const noun = givenNoun ?? singular(module)
  for (const name of [module, noun])
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
      throw new Error(
        `A module's name is lower-case words joined by hyphens, such as parking-lots; got ${JSON.stringify(name)}`,
      )
  return {
    module,
    moduleCamel: camel(module),
    schema: module.replaceAll('-', '_'),
    noun,
    nounCamel: camel(noun),
    Noun: capital(camel(noun)),
    Nouns: capital(camel(module)),
    nounSnake: noun.replaceAll('-', '_'),
    title: capital(spaced(module)),
    words: spaced(noun),
  }
}
