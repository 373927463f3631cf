import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastBody,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useWords } from '../lib/language.tsx'
import { Button } from './button.tsx'
import { toastQueue } from './toast-queue.ts'
import { overlayWords } from './words.ts'

const icons = {
  good: [CircleCheck, 'text-good'],
  info: [Info, 'text-info'],
  bad: [CircleAlert, 'text-bad'],
} as const

/** Once per surface. F6 reaches it from the keyboard. */
export const Toasts = () => {
  const words = useWords(overlayWords)
  return (
    <ToastRegion
      queue={toastQueue}
      aria-label={words.notifications}
      className="fixed right-4 bottom-4 z-50 flex w-[min(26rem,calc(100vw-2rem))] flex-col-reverse gap-2 outline-none field:right-auto field:bottom-20 field:left-1/2 field:-translate-x-1/2"
    >
      {({ toast }) => {
        const { tone, title, text, action } = toast.content
        const [Icon, colour] = icons[tone]
        return (
          <Toast
            toast={toast}
            className="flex items-start gap-3 rounded-card border border-line bg-raised p-3 text-ink shadow-raised"
          >
            <Icon aria-hidden className={`mt-1 size-4.5 shrink-0 ${colour}`} />
            <ToastBody className="min-w-0 flex-1 pt-0.5">
              <Text slot="title" className="block font-medium">
                {title}
              </Text>
              {text && (
                <Text slot="description" className="block text-ink-2">
                  {text}
                </Text>
              )}
            </ToastBody>
            {action && (
              <Button
                size="small"
                onPress={() => {
                  toastQueue.close(toast.key)
                  action.run()
                }}
              >
                {action.label}
              </Button>
            )}
            <AriaButton
              slot="close"
              aria-label={words.close}
              className="grid size-6 shrink-0 place-items-center rounded text-ink-2 hover:bg-sunken field:size-11"
            >
              <X aria-hidden className="size-4" />
            </AriaButton>
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
