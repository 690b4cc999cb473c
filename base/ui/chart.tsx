import { lazy, Suspense, type ReactNode } from "react";
import { Boundary } from "./states.tsx";
import { useText } from "./reader.ts";
import { uiText } from "./text.ts";
import type { Drawing } from "./chart-drawing.ts";

const Canvas = lazy(() => import("./chart-canvas.tsx"));

export interface ChartProps {
  /** What a reader who cannot see the picture is told; the figures themselves stand in a table beside it. */
  readonly label: string;
  readonly drawing: Drawing;
  readonly height?: string;
}

/** A chart; the drawing library comes only when one is shown. */
export function Chart(props: ChartProps): ReactNode {
  const t = useText(uiText);
  const height = props.height ?? "15rem";
  return (
    <div role="img" aria-label={props.label} className="chart" style={{ height }}>
      <Boundary fallback={() => <p className="nothing">{props.label}</p>}>
        <Suspense fallback={<p className="loading">{t("chartLoading")}</p>}>
          <Canvas drawing={props.drawing} />
        </Suspense>
      </Boundary>
    </div>
  );
}
