import { Download, ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { bytesText } from '../bytes-text.ts'
import { useInstall } from '../offline/install.ts'
import { askToPersist, measureStorage, type Storage } from '../offline/storage.ts'
import { offlineWords } from '../offline-words.ts'
import { Block } from './block.tsx'

const NEARLY = 0.9

/** How much the phone keeps, whether it may be taken away, and the way to install the app. */
export const StoreCard = () => {
  const words = useWords(offlineWords)
  const { language } = useLanguage()
  const [storage, setStorage] = useState<Storage | null>(null)
  const { install, isIos, isInstalled } = useInstall()
  useEffect(() => void measureStorage().then(setStorage), [])
  const keep = async () => {
    await askToPersist()
    setStorage(await measureStorage())
  }
  return (
    <Block title={words.store}>
      <div className="flex flex-col gap-3">
        {storage && (
          <>
            {storage.usedBytes > storage.quotaBytes * NEARLY && (
              <Note tone="bad">{words.storeNearlyFull}</Note>
            )}
            <p className="nums">
              {words.storeUsed(
                bytesText(language, storage.usedBytes),
                bytesText(language, storage.quotaBytes),
              )}
            </p>
            <p className="text-ink-2">
              {storage.isPersistent ? words.storeKept : words.storeAtRisk}
            </p>
            {!storage.isPersistent && (
              <Button icon={ShieldCheck} onPress={() => void keep()}>
                {words.keep}
              </Button>
            )}
          </>
        )}
        {!isInstalled && install && (
          <Button icon={Download} onPress={() => void install()}>
            {words.install}
          </Button>
        )}
        {!isInstalled && (install || isIos) && (
          <p className="text-ink-2 text-sm">{isIos ? words.installIos : words.installText}</p>
        )}
      </div>
    </Block>
  )
}
