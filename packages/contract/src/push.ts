// A browser that is told by Web Push.
import { z } from 'zod'
import { endpoint } from './kernel.ts'

const tag = 'Notifications'

export const getPushKey = endpoint({
  method: 'GET',
  path: '/api/notifications/push-key',
  tag,
  summary: 'The public VAPID key a browser subscribes with',
  returns: z.object({ publicKey: z.string() }),
})
export const subscribePush = endpoint({
  method: 'PUT',
  path: '/api/notifications/push-subscription',
  tag,
  summary: 'Tell this browser, too',
  body: z.object({
    endpoint: z.url({ protocol: /^https?$/ }).max(1000),
    keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  }),
  returns: z.object({ subscribed: z.literal(true) }),
})

export const unsubscribePush = endpoint({
  method: 'POST',
  path: '/api/notifications/push-subscription/forget',
  tag,
  summary: 'Do not tell this browser any more',
  body: z.object({ endpoint: z.string().max(1000) }),
  returns: z.object({ subscribed: z.literal(false) }),
})
