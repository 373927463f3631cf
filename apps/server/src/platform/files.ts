// Where files lie: a folder of this machine, or any S3-compatible store. Keys are made by the program.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { Config } from './config.ts'
import { fail } from './errors.ts'

export type FileStore = {
  /** Stores the whole stream under `key`, or nothing at all. */
  put(key: string, content: Readable, size: number): Promise<void>
  /** Refuses with `not_found`. */
  get(key: string): Promise<Readable>
  remove(key: string): Promise<void>
}

const KEY = /^[\w-]+(\/[\w.-]+)*$/

const checkKey = (key: string): string => {
  if (!KEY.test(key) || key.includes('..')) throw new Error(`not a file key: ${key}`)
  return key
}

export function createFileStore({ files }: Config): FileStore {
  return files.kind === 's3' ? s3Store(files.s3) : diskStore(files.directory)
}

function diskStore(directory: string): FileStore {
  const place = (key: string) => path.join(directory, checkKey(key))
  return {
    async put(key, content) {
      const target = place(key)
      const partial = `${target}.partial`
      await mkdir(path.dirname(target), { recursive: true })
      try {
        await pipeline(content, createWriteStream(partial))
        await rename(partial, target)
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
    async get(key) {
      const target = place(key)
      if (!(await stat(target).catch(() => null))) throw fail('not_found', { what: key })
      return createReadStream(target)
    },
    remove: (key) => rm(place(key), { force: true }),
  }
}

function s3Store(s3: Config['files']['s3']): FileStore {
  const client = new S3Client({
    region: s3.region,
    ...(s3.endpoint ? { endpoint: s3.endpoint, forcePathStyle: true } : {}),
    ...(s3.accessKeyId && s3.secretAccessKey
      ? { credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey } }
      : {}),
  })
  const place = (key: string) => ({ Bucket: s3.bucket, Key: checkKey(key) })
  return {
    async put(key, content, size) {
      await client.send(new PutObjectCommand({ ...place(key), Body: content, ContentLength: size }))
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(place(key)))
        return Body as Readable
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') throw fail('not_found', { what: key })
        throw error
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(place(key)))
    },
  }
}
