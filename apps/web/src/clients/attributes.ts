// Features of an asset as people write them: one a line, `Length: 25 m`.

/** Lines without a colon are features without a value. */
export const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        const [name = '', ...value] = line.split(':')
        return [name.trim().slice(0, 60), value.join(':').trim().slice(0, 300)]
      }),
  )

export const attributesText = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value ? `${name} : ${value}` : name))
    .join('\n')
