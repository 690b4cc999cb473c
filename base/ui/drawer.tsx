import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useText } from "./reader.ts";
import { uiText } from "./text.ts";

const AntDrawer = lazy(() => import("antd/es/drawer"));

interface DrawerProps {
  readonly open: boolean;
  readonly title: string;
  readonly from: "left" | "bottom";
  /** Beside the title. */
  readonly extra?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands beside the text on a wide screen slides in on a narrow one. Loaded when first opened. */
export function Drawer({ open, title, from, extra, onClose, children }: DrawerProps): ReactNode {
  const t = useText(uiText);
  const [wanted, setWanted] = useState(open);
  useEffect(() => {
    if (open) setWanted(true);
  }, [open]);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <AntDrawer open={open} title={title} placement={from} onClose={onClose} size={from === "left" ? "min(22rem, 88vw)" : "72vh"} extra={extra} closable={{ "aria-label": t("close") }}>
        {children}
      </AntDrawer>
    </Suspense>
  );
}
