import { lazy, Suspense, type ReactNode } from "react";
import { Boundary } from "./states.tsx";
import { useText } from "./reader.ts";
import { uiText } from "./text.ts";
import type { AreaMapProps } from "./map-canvas.tsx";

const Canvas = lazy(() => import("./map-canvas.tsx"));

/** A map of areas; the drawing library comes only when one is shown. A table stands beside it for who cannot use it. */
export function AreaMap(props: AreaMapProps & { readonly label: string }): ReactNode {
  const t = useText(uiText);
  const { label, ...rest } = props;
  return (
    <section aria-label={label} className="area-map">
      <Boundary fallback={() => <p className="nothing">{t("mapFailed")}</p>}>
        <Suspense fallback={<p className="loading">{t("mapLoading")}</p>}>
          <Canvas {...rest} />
        </Suspense>
      </Boundary>
    </section>
  );
}
