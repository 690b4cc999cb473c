import "maplibre-gl/dist/maplibre-gl.css";
import { Map as Drawn, Marker, setWorkerUrl, type GeoJSONSourceSpecification, type LngLatBoundsLike } from "maplibre-gl";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useText } from "./reader.ts";
import { isDark } from "./scale.ts";
import { boundsOf, centreOf, type Area } from "./shapes.ts";
import { uiText } from "./text.ts";

setWorkerUrl(worker);

/** One area as it is painted. */
export interface PaintedArea extends Area {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly colour: string;
}

export interface AreaMapProps {
  readonly areas: readonly PaintedArea[];
  readonly chosen?: string | null;
  readonly onChoose?: (id: string) => void;
}

// The shapes come as GeoJSON from our own API; their geometry is handed on as it is.
const collection = (areas: readonly PaintedArea[]): GeoJSONSourceSpecification["data"] =>
  ({
    type: "FeatureCollection",
    features: areas.map((area) => ({ type: "Feature", geometry: area.geometry, properties: { id: area.id, colour: area.colour } })),
  }) as unknown as GeoJSONSourceSpecification["data"];

function labelOf(area: PaintedArea): HTMLElement {
  const label = document.createElement("div");
  // On a dark fill the words are light.
  label.className = isDark(area.colour) ? "area-label on-dark" : "area-label";
  const name = document.createElement("b");
  name.textContent = area.name;
  const value = document.createElement("span");
  value.textContent = area.value;
  label.append(name, value);
  return label;
}

function draw(element: HTMLElement, areas: readonly PaintedArea[], onChoose: ((id: string) => void) | undefined): Drawn {
  const style = getComputedStyle(element);
  const map = new Drawn({
    container: element,
    // No tiles and no glyphs: nothing is asked of any server, the labels are HTML.
    style: { version: 8, sources: {}, layers: [{ id: "ground", type: "background", paint: { "background-color": style.getPropertyValue("--sunken").trim() } }] },
    bounds: boundsOf(areas) as LngLatBoundsLike,
    fitBoundsOptions: { padding: 24 },
    attributionControl: false,
    interactive: false,
    fadeDuration: 0,
  });
  map.on("load", () => {
    map.addSource("areas", { type: "geojson", data: collection(areas) });
    map.addLayer({ id: "fill", type: "fill", source: "areas", paint: { "fill-color": ["get", "colour"], "fill-antialias": true } });
    map.addLayer({ id: "edge", type: "line", source: "areas", paint: { "line-color": "#ffffff", "line-width": 1.5 } });
    if (onChoose) map.on("click", "fill", (event) => {
      const id: unknown = event.features?.[0]?.properties["id"];
      if (typeof id === "string") onChoose(id);
    });
  });
  for (const area of areas) new Marker({ element: labelOf(area) }).setLngLat(centreOf(area)).addTo(map);
  return map;
}

export default function Canvas({ areas, onChoose }: AreaMapProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const t = useText(uiText);
  useEffect(() => {
    const element = place.current;
    if (element === null || areas.length === 0) return;
    let map: Drawn;
    try {
      map = draw(element, areas, onChoose);
    } catch {
      setFailed(true); // no WebGL in this browser
      return;
    }
    const watch = new ResizeObserver(() => {
      map.resize();
      map.fitBounds(boundsOf(areas) as LngLatBoundsLike, { padding: 24, animate: false });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      map.remove();
    };
  }, [areas, onChoose]);
  if (failed) return <p className="nothing">{t("mapFailed")}</p>;
  return <div ref={place} className="area-canvas" aria-hidden="true" />;
}
