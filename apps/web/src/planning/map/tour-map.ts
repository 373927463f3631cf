// The map itself: ground of our own unless the administrator set tiles.
import type { MapSettings } from '@regie/contract/board-map'
import type { FeatureCollection } from 'geojson'
import L from 'leaflet'
import { feature } from 'topojson-client'
import atlasUrl from 'world-atlas/countries-50m.json?url'
import { themeColour as css, escapeHtml, LeafletMap } from '../../lib/leaflet-map.ts'
import type { Point, Tour } from './tours.ts'

export type Waiting = {
  readonly id: string
  readonly at: Point
  readonly colour: string
  readonly label: string
}

export type MapScene = {
  readonly tours: readonly Tour[]
  readonly waiting: readonly Waiting[]
  readonly cities: readonly { readonly name: string; readonly at: Point }[]
  readonly selectedId: string | null
  /** Told of a stop, by pointing at it. */
  readonly stopLabel: (tour: Tour, rank: number) => string
  readonly homeLabel: (tour: Tour) => string
}

export type MapHands = {
  readonly onBar: (id: string) => void
  readonly onWaiting: (id: string) => void
}

/** Far apart from one another on light and on dark ground. */
const tourColours = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#a64d9c',
  '#b8860b',
  '#56a0d3',
  '#8b5a2b',
  '#5b7f00',
] as const
const dashes = ['', '8 5', '2 5'] as const

const FRANCE = L.latLngBounds([41.2, -5.2], [51.2, 9.7])

const loadGround = async (): Promise<FeatureCollection> => {
  const answer = await fetch(atlasUrl)
  if (!answer.ok) throw new Error(`the ground of the map: ${answer.status}`)
  const atlas = (await answer.json()) as Parameters<typeof feature>[0]
  const { countries } = atlas.objects
  if (!countries) throw new Error('the ground of the map has no countries')
  return feature(atlas, countries) as unknown as FeatureCollection
}

export class TourMap {
  readonly #base: LeafletMap
  readonly #map: L.Map
  readonly #over: L.LayerGroup
  readonly #names: L.LayerGroup
  readonly #hands: MapHands
  #ground: L.GeoJSON | null = null
  #known: L.LatLngBounds | null = null

  constructor(element: HTMLElement, hands: MapHands) {
    this.#hands = hands
    this.#base = new LeafletMap(element)
    this.#map = this.#base.map
    this.#map.fitBounds(FRANCE)
    this.#over = L.layerGroup().addTo(this.#map)
    this.#names = L.layerGroup().addTo(this.#map)
    L.control.scale({ imperial: false }).addTo(this.#map)
  }

  /** Tiles where the administrator set some; else countries drawn from a file of ours. */
  async layGround(settings: MapSettings, ownAttribution: string): Promise<void> {
    if (this.#base.layTiles(settings)) return
    this.#map.attributionControl.addAttribution(ownAttribution)
    this.#ground = L.geoJSON(await loadGround(), { interactive: false })
    this.#ground.addTo(this.#map).bringToBack()
    this.paintGround()
  }

  /** The theme's colours, also when it changes. */
  paintGround(): void {
    this.#map.getContainer().style.background = css('sunken')
    this.#ground?.setStyle({
      fillColor: css('surface'),
      fillOpacity: 1,
      color: css('line-strong'),
      weight: 1,
    })
  }

  show(scene: MapScene): void {
    this.#over.clearLayers()
    this.#names.clearLayers()
    for (const { name, at } of scene.cities)
      L.marker([...at], {
        interactive: false,
        keyboard: false,
        icon: L.divIcon({ className: 'regie-city', html: '', iconSize: [0, 0] }),
      })
        .bindTooltip(escapeHtml(name), {
          permanent: true,
          direction: 'center',
          className: 'regie-city-name',
        })
        .addTo(this.#names)
    for (const point of scene.waiting) this.#addWaiting(point, scene)
    const chosen = scene.tours.findIndex(({ stops }) =>
      stops.some(({ bar }) => bar.id === scene.selectedId),
    )
    scene.tours.forEach((tour, rank) => {
      if (rank !== chosen) this.#addTour(tour, rank, scene, chosen >= 0)
    })
    const tour = scene.tours[chosen]
    if (tour) this.#addTour(tour, chosen, scene, false)
    const points = [
      ...scene.tours.flatMap(({ line }) => line),
      ...(scene.tours.length > 0 ? [] : scene.waiting.map(({ at }) => at)),
    ]
    const bounds = points.length > 0 ? L.latLngBounds(points.map((at) => L.latLng(...at))) : null
    if (bounds && !this.#known) this.#map.fitBounds(bounds.pad(0.15), { animate: false })
    this.#known = bounds ?? this.#known
  }

  fit(): void {
    this.#map.fitBounds((this.#known ?? FRANCE).pad(0.15))
  }

  goTo(at: Point): void {
    const inside = this.#map
      .getBounds()
      .pad(-0.15)
      .contains(L.latLng(...at))
    if (!inside) this.#map.panTo(L.latLng(...at))
  }

  close(): void {
    // Before the canvas goes: a layer that leaves after it would be drawn on nothing.
    this.#over.clearLayers()
    this.#base.close()
  }

  #addWaiting({ id, at, colour, label }: Waiting, { selectedId }: MapScene): void {
    L.circleMarker([...at], {
      radius: id === selectedId ? 8 : 4,
      color: id === selectedId ? css('accent') : css('ink-2'),
      weight: id === selectedId ? 3 : 1,
      fillColor: colour,
      fillOpacity: 0.7,
      bubblingMouseEvents: false,
    })
      .bindTooltip(escapeHtml(label))
      .on('click', () => this.#hands.onWaiting(id))
      .addTo(this.#over)
  }

  #addTour(tour: Tour, rank: number, scene: MapScene, isFaint: boolean): void {
    const colour = tourColours[rank % tourColours.length] ?? tourColours[0]
    const dash = dashes[Math.floor(rank / tourColours.length) % dashes.length] ?? ''
    const line = tour.line.map((at) => L.latLng(...at))
    const opacity = isFaint ? 0.3 : 1
    L.polyline(line, {
      color: css('surface'),
      weight: 6,
      opacity: opacity * 0.8,
      interactive: false,
    }).addTo(this.#over)
    L.polyline(line, { color: colour, weight: 3, opacity, dashArray: dash })
      .bindTooltip(escapeHtml(tour.technician.name), { sticky: true })
      .on('click', () => {
        const [first] = tour.stops
        if (first) this.#hands.onBar(first.bar.id)
      })
      .addTo(this.#over)
    if (tour.home)
      L.circleMarker([...tour.home], {
        radius: 5,
        color: colour,
        weight: 2,
        opacity,
        fillColor: css('surface'),
        fillOpacity: opacity,
      })
        .bindTooltip(escapeHtml(scene.homeLabel(tour)))
        .addTo(this.#over)
    for (const stop of tour.stops) {
      const isSelected = stop.bar.id === scene.selectedId
      L.circleMarker([...stop.at], {
        radius: isSelected ? 11 : 7,
        color: isSelected ? css('accent') : colour,
        weight: isSelected ? 4 : 2,
        opacity,
        fillColor: stop.bar.colour,
        fillOpacity: opacity,
        bubblingMouseEvents: false,
      })
        .bindTooltip(escapeHtml(scene.stopLabel(tour, stop.rank)))
        .on('click', () => this.#hands.onBar(stop.bar.id))
        .addTo(this.#over)
    }
  }
}
