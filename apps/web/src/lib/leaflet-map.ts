// A Leaflet map on a canvas, so that it needs no WebGL, with tiles only where the administrator set some.
import 'leaflet/dist/leaflet.css'
import type { MapSettings } from '@regie/contract/board-map'
import L from 'leaflet'

/** A colour of the theme in force, by its token. */
export const themeColour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

/** Labels are HTML to Leaflet. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** Follows the size of its element until it is closed. */
export class LeafletMap {
  readonly map: L.Map
  readonly #resizing: ResizeObserver

  constructor(element: HTMLElement, options: L.MapOptions = {}) {
    this.map = L.map(element, { preferCanvas: true, ...options })
    this.map.attributionControl.setPrefix(false)
    this.#resizing = new ResizeObserver(() => this.map.invalidateSize())
    this.#resizing.observe(element)
  }

  /** False when the administrator set no tiles: nobody is asked for anything. */
  layTiles({ tilesUrl, attribution }: MapSettings): boolean {
    if (tilesUrl) L.tileLayer(tilesUrl, { attribution, maxZoom: 19 }).addTo(this.map)
    return tilesUrl !== null
  }

  close(): void {
    this.#resizing.disconnect()
    this.map.remove()
  }
}
