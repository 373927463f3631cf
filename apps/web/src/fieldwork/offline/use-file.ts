import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import { usePhoneStore } from './phone.tsx'

/** An address for a file that is on this phone; null: it is not; undefined: being looked for. */
export const useFile = (id: string): string | null | undefined => {
  const { db } = usePhoneStore()
  const [url, setUrl] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let made: string | null = null
    const watch = liveQuery(() => db.files.get(id)).subscribe({
      next: (file) => {
        if (made || !file) return setUrl(made)
        made = URL.createObjectURL(file.blob)
        setUrl(made)
      },
      error: () => setUrl(null),
    })
    return () => {
      watch.unsubscribe()
      if (made) URL.revokeObjectURL(made)
    }
  }, [db, id])
  return url
}
