// Who is on the way and where to, drawn; with tiles where the administrator set some, else circles of distance around the place.
import type { OnTheMap } from '@regie/contract/portal-visit'
import L from 'leaflet'
import { escapeHtml, LeafletMap, themeColour } from '../lib/leaflet-map.ts'

export type WayScene = Pick<OnTheMap, 'position' | 'site'> & {
  readonly name: string
  readonly here: string
  readonly kilometres: (metres: number) => string
}

const RINGS = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000]
const METRES_A_DEGREE = 111_320
/** Beside the line, not on it; in radians. */
const ASIDE = 0.7

/** Looked at, not worked with: a finger that scrolls the page scrolls the page. */
const still: L.MapOptions = {
  ...{ dragging: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false },
  ...{ keyboard: false, zoomControl: false, touchZoom: false, zoomSnap: 0.25 },
}

export class WayMap {
  readonly #base: LeafletMap
  readonly #over: L.LayerGroup
  readonly #isBare: boolean

  constructor(element: HTMLElement, ground: OnTheMap['ground']) {
    this.#base = new LeafletMap(element, still)
    this.#isBare = !this.#base.layTiles(ground)
    if (this.#isBare) this.#base.map.attributionControl.remove()
    this.#over = L.layerGroup()
  }

  show(scene: WayScene): void {
    const { position, site } = scene
    const { map } = this.#base
    const at = L.latLng(position.latitude, position.longitude)
    const to = site && L.latLng(site.latitude, site.longitude)
    map.getContainer().style.background = themeColour('sunken')
    const bounds = to ? L.latLngBounds(at, to) : at.toBounds(3_000)
    // Who stands at the door is not shown by the grain of it.
    map.fitBounds(bounds.pad(0.35).extend(at.toBounds(600)), { animate: false })
    this.#over.clearLayers().addTo(map)
    if (to && this.#isBare) this.#addRings(to, at, scene)
    if (to) {
      const line = { color: themeColour('accent'), weight: 3, dashArray: '2 8', interactive: false }
      L.polyline([at, to], line).addTo(this.#over)
      this.#addPoint(to, 'regie-way-place', scene.here)
    }
    this.#addPoint(at, 'regie-way-person', scene.name)
  }

  close(): void {
    this.#over.clearLayers()
    this.#base.close()
  }

  /** Told on the side of whoever comes, where the picture surely shows them. */
  #addRings(to: L.LatLng, at: L.LatLng, { kilometres }: WayScene): void {
    const metres = to.distanceTo(at)
    const last = RINGS.findIndex((radius) => radius >= metres)
    const shown = RINGS.slice(Math.max(0, last - 2), last < 0 ? undefined : last + 1)
    const flat = Math.cos((to.lat * Math.PI) / 180)
    const bearing = Math.atan2((at.lng - to.lng) * flat, at.lat - to.lat) + ASIDE
    for (const radius of shown.toReversed()) {
      L.circle(to, {
        ...{ radius, color: themeColour('line-strong'), weight: 1, interactive: false },
        ...{ fillColor: themeColour('surface'), fillOpacity: 0.5 },
      }).addTo(this.#over)
      if (radius > metres) continue
      const degrees = radius / METRES_A_DEGREE
      const [north, east] = [Math.cos(bearing) * degrees, (Math.sin(bearing) * degrees) / flat]
      const side = L.latLng(to.lat + north, to.lng + east)
      this.#addLabel(side, kilometres(radius), 'regie-way-ring')
    }
  }

  #addPoint(at: L.LatLng, className: string, label: string): void {
    const icon = L.divIcon({ className, html: '<i></i>', iconSize: [20, 20] })
    L.marker(at, { icon, interactive: false, keyboard: false }).addTo(this.#over)
    this.#addLabel(at, label, 'regie-way-name')
  }

  #addLabel(at: L.LatLng, text: string, className: string): void {
    L.tooltip({ permanent: true, direction: 'top', offset: [0, -6], className, interactive: false })
      .setLatLng(at)
      .setContent(escapeHtml(text))
      .addTo(this.#over)
  }
}
