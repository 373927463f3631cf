import { describe, expect, test } from 'vitest'
import { sanitiseSvg } from './sanitise-svg.ts'

const around = (inside: string, attributes = 'viewBox="0 0 400 200"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`
const RECT = '<rect x="1" y="2" width="30" height="40"/>'
const clean = (inside: string) => sanitiseSvg(around(RECT + inside)).text
const EMPTY = clean('')
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('what an SVG may not bring', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    [
      'a script by another prefix',
      '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    ],
    [
      'a page inside',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script/></body></foreignObject>',
    ],
    ['HTML beside', '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://x.example"/>'],
    ['a handler set later', '<set attributeName="onmouseover" to="alert(1)"/>'],
    ['an animation', '<animate attributeName="href" values="javascript:alert(1)"/>'],
    ['a filter that loads', '<filter id="f"><feImage href="https://x.example/a.png"/></filter>'],
    ['a comment', '<!-- <script>alert(1)</script> -->'],
    ['an instruction', '<?xml-stylesheet href="https://x.example/a.css"?>'],
  ])('%s goes as a whole', (_name, attack) => {
    expect(clean(attack)).toBe(EMPTY)
  })

  test.each([
    ['a handler', '<circle r="5" onclick="alert(1)" onload="alert(2)"/>', '<circle r="5"/>'],
    [
      'a picture elsewhere',
      '<image href="https://x.example/a.png" width="9"/>',
      '<image width="9"/>',
    ],
    ['another drawing', '<use xlink:href="other.svg#a"/>', '<use/>'],
    ['a drawing in an address', '<image href="data:image/svg+xml;base64,PHN2Zz4="/>', '<image/>'],
    ['a script as an address', '<use href=" javascript:alert(1)"/>', '<use/>'],
    ['a paint elsewhere', '<path d="M0 0" fill="url(https://x.example/#a)"/>', '<path d="M0 0"/>'],
    [
      'a spelled address',
      String.raw`<path d="M0 0" style="fill:\75rl(//x.example);stroke:red"/>`,
      '<path d="M0 0" style="stroke:red"/>',
    ],
    [
      'an address cut by a comment',
      '<path d="M0 0" style="fill:ur/**/l(//x.example)"/>',
      '<path d="M0 0"/>',
    ],
    ['an image set', '<g style="mask:image-set(\'//x.example\' 1x)"/>', '<g/>'],
    ['a base', '<g xml:base="https://x.example/"/>', '<g/>'],
  ])('of %s only what draws stays', (_name, attack, left) => {
    expect(clean(attack)).toBe(EMPTY.replace('</svg>', `${left}</svg>`))
  })

  test('a link draws what it leads from, and leads nowhere', () => {
    expect(clean('<a href="javascript:alert(1)" target="_top"><circle r="3"/></a>')).toContain(
      '<g><circle r="3"/></g>',
    )
  })

  test('a style sheet keeps rules that draw; what imports, loads or hides in letters goes', () => {
    const sheet = `<![CDATA[
      @import url("https://x.example/a.css"); @font-face { font-family: x; src: url(https://x.example/f) }
      .a{fill:#1d4c9e;stroke:url(#g);background:url(https://x.example)} /* .b{fill:red} */
      .c{behavior:url(x)} .d[href^="a"]{fill:red} .e>.f{fill:rgb(1, 2, 3)} </style><script>alert(1)</script>]]>`
    const text = clean(`<style>${sheet}</style>`)
    expect(text).toContain(
      '<style>.a{fill:#1d4c9e;stroke:url(#g)}\n.e&gt;.f{fill:rgb(1, 2, 3)}</style>',
    )
    expect(text).not.toContain('script')
  })
})

test('what draws stays as it was: paints, texts, own pixels, letters that need care', () => {
  const inside = [
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>',
    '<path d="M0 0L9 9" fill="url(#g)" transform="rotate(4 1 2)"/>',
    '<text x="3" y="4" font-size="12">Régie &amp; &lt;façade&gt;</text>',
    `<image href="${PIXEL}" width="5" height="5"/>`,
    '<use href="#g"/>',
  ].join('')
  expect(clean(inside)).toContain(inside.replace('&gt;', '&gt;'))
})

test.each([
  ['viewBox="0 0 400 200" width="10" height="10"', [1600, 800]],
  ['width="210mm" height="29.7cm"', [1131, 1600]],
  ['viewBox="-50,-50 , 100,400"', [400, 1600]],
])('the size of %s', (attributes, [width, height]) => {
  expect(sanitiseSvg(around(RECT, attributes))).toMatchObject({ width, height })
})

describe('what cannot be shown is refused with the reason', () => {
  test.each([
    ['an open tag', `${around(RECT).slice(0, -6)}`, /unclosed tag: svg/],
    ['letters before it', `x${around(RECT)}`, /1:1|text/i],
    ['an unknown entity', around(`<text>&lol;</text>${RECT}`), /entity/],
    [
      'an entity that would read a file',
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${around(`<text>&x;</text>${RECT}`)}`,
      /entity/,
    ],
    ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /<html>.*<svg>/],
    ['no size', around(RECT, ''), /viewBox/],
    ['a size of nothing', around(RECT, 'width="0" height="50%"'), /viewBox/],
    ['nothing to see', around('<title>Plan</title><script/>'), /nothing to draw/],
    ['too deep', around('<g>'.repeat(300) + RECT + '</g>'.repeat(300)), /200/],
    ['nothing at all', '', /./],
  ])('%s', (_name, text, reason) => {
    expect(() => sanitiseSvg(text)).toThrow(reason)
  })

  const doubling = Array.from(
    { length: 30 },
    (_, level) => `<g id="n${level + 1}"><use href="#n${level}"/><use href="#n${level}"/></g>`,
  ).join('')
  test.each([
    ['shapes that use each other without end', `<g id="n0">${RECT}</g>${doubling}`],
    [
      'classes that paint with each other',
      `<style>${Array.from({ length: 30 }, (_, n) => `.c${n + 1}{fill:url(#p${n})}`).join('')}</style>` +
        Array.from(
          { length: 30 },
          (_, n) => `<pattern id="p${n}"><rect class="c${n}"/><rect class="c${n}"/></pattern>`,
        ).join('') +
        '<rect class="c30"/>',
    ],
    [
      'a chain of a thousand references',
      Array.from({ length: 3000 }, (_, n) => `<use id="u${n}" href="#u${n + 1}"/>`).join(''),
    ],
  ])('%s', (_name, inside) => {
    expect(() => sanitiseSvg(around(inside))).toThrow(/shapes/)
  })

  test('shapes that use themselves draw nothing, as in browsers', () => {
    expect(clean('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')).toContain(
      'id="b"',
    )
  })

  test('a megabyte of letters where a paint is expected is read in no time', () => {
    expect(clean(`<path d="M0 0" fill="${'a'.repeat(1_000_000)}("/>`)).toContain('<path d="M0 0"/>')
  })
})
