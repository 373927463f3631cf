// Answers of some length travel compressed: a phone's week is a tenth of its size, and so is a board.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { giveBack } from '../json-writer.ts'

/** Below, the headers weigh more than what is saved. */
const WORTH_IT = 1_400
const zip = promisify(gzip)
const brotli = promisify(brotliCompress)
// As fast as gzip, and a fifth smaller.
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** Text, or JSON that was written as bytes; files are left as they are. */
const isText = (payload: unknown, reply: FastifyReply): payload is string | Buffer =>
  typeof payload === 'string' ||
  (Buffer.isBuffer(payload) && /^application\/json/.test(String(reply.getHeader('content-type'))))

export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isText(payload, reply) || payload.length < WORTH_IT) return payload
    if (reply.hasHeader('content-encoding')) return payload
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
    reply.header('vary', 'accept-encoding')
    if (encoding === null) return payload
    reply.header('content-encoding', encoding).removeHeader('content-length')
    const compressed = encoding === 'br' ? await brotli(payload, QUICK) : await zip(payload)
    if (Buffer.isBuffer(payload)) giveBack(payload)
    return compressed
  })
}
