import type { ThemeConfig } from "antd/es/config-provider";
import type { TypeSize } from "./reader.ts";

export const sansStack = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "HarmonyOS Sans SC", system-ui, sans-serif';

/** The design system's tokens; the same values stand in base.css as custom properties. */
export function themeOf(size: TypeSize): ThemeConfig {
  const large = size === "large";
  return {
    token: {
      colorPrimary: "#1b4f8f",
      colorLink: "#1b4f8f",
      colorText: "#1c2430",
      colorTextSecondary: "#4a5565",
      colorTextPlaceholder: "#66707e",
      colorBorder: "#858f9d",
      borderRadius: 4,
      fontFamily: sansStack,
      fontSize: large ? 18 : 15,
      controlHeight: large ? 44 : 34,
      motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    },
  };
}
