// Stands in the page itself and runs before its code is there: the phone's store is read while that is fetched and read
// in. `fieldwork/offline/open-early.ts` takes it from here; lib/theme.tsx and lib/language.tsx carry on with the rest.
;(() => {
  let session = null
  try {
    session = JSON.parse(localStorage.getItem('regie.field.session'))
  } catch {
    // Nobody is known here then.
  }
  if (!session) return
  const name = `regie.field.${session.organization.id}.${session.member.id}`
  const read = (resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    // None is there yet: the app makes it, with what belongs in it.
    opening.onupgradeneeded = () => opening.transaction.abort()
    opening.onsuccess = () => {
      const db = opening.result
      db.onversionchange = () => db.close()
      try {
        const looking = db.transaction(['meta', 'stops', 'commands', 'photos', 'looks'])
        const all = (store) => looking.objectStore(store).getAll()
        const held = { meta: looking.objectStore('meta').get('snapshot') }
        for (const store of ['stops', 'commands', 'photos', 'looks']) held[store] = all(store)
        looking.onabort = () => reject(looking.error)
        looking.oncomplete = () => {
          const told = Object.entries(held).map(([key, { result }]) => [key, result ?? null])
          resolve({ version: db.version, held: Object.fromEntries(told) })
        }
      } catch (error) {
        reject(error)
      }
      // Closes once it was read.
      db.close()
    }
  }
  const found = new Promise(read)
  found.catch(() => undefined)
  globalThis.regieBegun = { name, found }
})()
