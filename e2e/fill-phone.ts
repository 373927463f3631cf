// Weeks of work without network, put into the phone's own store: commands that wait, and pictures with their bytes.

export type Fill = {
  readonly assignmentId: string
  /** So many in all, the pictures' among them. */
  readonly commands: number
  readonly photos: number
  /** Of each picture. */
  readonly bytes: number
}

/** Runs in the page: fills the phone's own store as weeks of work without network would. */
// biome-ignore-start lint/suspicious/noExplicitAny: the browser's own store, inside the page
export async function fillStore({ assignmentId, commands, photos, bytes }: Fill): Promise<void> {
  const { indexedDB } = globalThis as unknown as { indexedDB: any }
  const [{ name }] = (await indexedDB.databases()).filter((one: { name: string }) =>
    one.name.startsWith('regie.field.'),
  )
  const done = (request: any) =>
    new Promise<any>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const db = await done(indexedDB.open(name))
  const id = (index: number) => {
    const time = (Date.now() - 3_600_000 + index).toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(index).padStart(12, '0')}`
  }
  const put = (store: string, value: unknown) =>
    done(db.transaction(store, 'readwrite').objectStore(store).put(value))
  const queue = async (index: number, what: object) => {
    const deviceAt = new Date(Date.now() - 3_600_000 + index).toISOString()
    const command = { id: id(index), deviceAt, assignmentId, what }
    const fresh = { state: 'waiting', after: [], problem: null, aside: null }
    await put('commands', { id: command.id, assignmentId, command, ...fresh })
  }
  for (let index = 0; index < commands - photos; index++)
    await queue(index, { kind: 'reading', label: `Mesure ${index}`, value: index, unit: '' })
  for (let index = commands - photos; index < commands; index++) {
    const photoId = id(index + 10_000)
    const content = new Uint8Array(bytes)
    content.fill(index % 256)
    content.set([0xff, 0xd8, 0xff, 0xe0])
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const about = { type: 'image/jpeg', size: bytes, sha256 }
    await put('blobs', { id: photoId, blob: new Blob([content], { type: 'image/jpeg' }) })
    await put('photos', {
      ...{ id: photoId, assignmentId, ...about },
      ...{ sent: 0, uploadUrl: null, state: 'waiting', problem: null },
    })
    const taken = {
      takenAt: new Date().toISOString(),
      position: null,
      moment: 'during',
      caption: '',
    }
    await queue(index, { kind: 'photo', photoId, ...about, width: 100, height: 100, ...taken })
  }
  db.close()
}

// biome-ignore-end lint/suspicious/noExplicitAny: the browser's own store, inside the page
