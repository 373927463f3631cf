import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '@scalar/openapi-parser'
import pg from 'pg'
import { expect, test } from 'vitest'
import { useDatabase } from '../apps/server/src/testing/database.ts'
import { dumpSchema } from './dump-schema.ts'
import { references } from './reference.ts'
import { root } from './steps/step.ts'

const { url } = useDatabase()

test.each(references)('$file tells what the code does', async ({ file, make }) => {
  const kept = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
  const made = await make(url)
  const before = kept.split('\n')
  const line = made.split('\n').findIndex((text, index) => text !== before[index]) + 1
  expect(made === kept, `${file} differs from line ${line} on: run npm run generate`).toBe(true)
})

test('the description of the API is valid OpenAPI, and names what several endpoints share', async () => {
  const text = readFileSync(join(root, 'docs/reference/openapi.json'), 'utf8')
  expect(await validate(text)).toMatchObject({ valid: true, errors: [] })
  const { paths, components } = JSON.parse(text)
  const answer = paths['/api/clients/{clientId}'].patch.responses[200]
  const shared = { $ref: '#/components/schemas/Client' }
  expect(answer.content['application/json'].schema).toEqual(shared)
  expect(paths['/api/clients'].get.parameters).toContainEqual(
    expect.objectContaining({ name: 'limit', in: 'query', required: false }),
  )
  // What has a default may be left out when it is sent, and is always there in an answer.
  expect(components.schemas.AddressInput.required).toBeUndefined()
  expect(components.schemas.Address.required).toEqual(['line', 'postcode', 'city', 'country'])
})

test('the dump sees every kind of thing', async () => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`
    create schema yard;
    create type yard.mood as enum ('fine', 'foul');
    create sequence yard.numbers;
    create function yard.one() returns int language sql return 1;
    create table yard.t (
      organization_id uuid not null, id int generated always as identity, mood yard.mood default 'fine',
      double int generated always as (id * 2) stored, during tstzrange,
      primary key (organization_id, id), check (id > 0),
      constraint busy exclude using gist (organization_id with =, during with &&));
    create index moody on yard.t (organization_id, mood) where mood = 'foul';
    comment on column yard.t.mood is 'as seen today';
    call platform.protect('yard.t');
    create view yard.v_t with (security_invoker = true) as select id from yard.t;
    grant select on yard.v_t to regie_app`)
  await client.end()
  const dump = await dumpSchema(url)
  for (const expected of [
    'create schema yard;',
    "create type yard.mood as enum ('fine', 'foul');",
    'create sequence yard.numbers;',
    'FUNCTION yard.one()',
    "mood yard.mood default 'fine'::yard.mood",
    'double integer generated always as ((id * 2)) stored',
    'id integer not null generated always as identity',
    'constraint t_pkey PRIMARY KEY (organization_id, id)',
    'constraint busy EXCLUDE USING gist (organization_id WITH =, during WITH &&)',
    "WHERE (mood = 'foul'::yard.mood)",
    "comment on column yard.t.mood is 'as seen today';",
    'alter table yard.t force row level security;',
    'create policy tenant on yard.t for all to regie_app',
    'create view yard.v_t with (security_invoker=true) as',
    'grant select on table yard.v_t to regie_app;',
  ])
    expect(dump).toContain(expected)
  expect(await dumpSchema(url)).toBe(dump)
})
