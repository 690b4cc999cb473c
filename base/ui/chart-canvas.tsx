import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use as parts, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, type ReactNode } from "react";
import type { Drawing, Line } from "./chart-drawing.ts";
import { showPeriod } from "./figures.ts";
import { useReader } from "./reader.ts";

parts([LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

interface Inks {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly rope: string;
  readonly paper: string;
}

const othersInks = ["#3b7a57", "#8a5a00", "#6a3fa8", "#0b6070", "#b0440c", "#4d5c75"] as const;

function seriesOf(line: Line, index: number, drawing: Drawing, inks: Inks): Record<string, unknown> {
  const colour = line.look === "measured" ? inks.accent : line.look === "required" ? inks.soft : (othersInks[index % othersInks.length] ?? inks.ink);
  const goal = drawing.goal;
  return {
    type: "line",
    name: line.name,
    data: line.values,
    connectNulls: true,
    symbol: line.look === "required" ? "none" : ["circle", "rect", "triangle", "diamond"][index % 4],
    symbolSize: 7,
    color: colour,
    lineStyle: { color: colour, width: line.look === "required" ? 1.5 : 2.5, type: line.look === "required" ? "dashed" : "solid" },
    ...(goal && index === 0
      ? {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: inks.rope, type: "solid", width: 1 },
            label: { formatter: goal.name, color: inks.rope, position: "insideEndTop" },
            data: [{ yAxis: goal.value }],
          },
        }
      : {}),
  };
}

function optionOf(drawing: Drawing, inks: Inks, size: number, say: (period: string) => string, animate: boolean): EChartsCoreOption {
  const words = { color: inks.ink, fontSize: size };
  return {
    animation: animate,
    animationDuration: 300,
    textStyle: { fontFamily: "inherit" },
    grid: { left: 8, right: 16, top: size * 2.6, bottom: drawing.lines.length > 1 ? size * 2.6 : 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: { trigger: "axis", confine: true, backgroundColor: inks.paper, borderColor: inks.line, textStyle: words, valueFormatter: (value: unknown) => (value === null || value === undefined ? "—" : `${String(value)} ${drawing.unit}`) },
    legend: drawing.lines.length > 1 ? { bottom: 0, left: 0, type: "scroll", textStyle: words, itemWidth: 22, icon: "rect", itemHeight: 3 } : { show: false },
    xAxis: { type: "category", data: drawing.periods.map(say), axisLabel: { ...words, hideOverlap: true }, axisLine: { lineStyle: { color: inks.soft } }, axisTick: { show: false } },
    yAxis: { type: "value", scale: true, name: drawing.unit, nameTextStyle: { ...words, align: "left" }, axisLabel: words, splitLine: { lineStyle: { color: inks.line } }, ...(drawing.goal ? rangeWith(drawing) : {}) },
    series: drawing.lines.map((line, index) => seriesOf(line, index, drawing, inks)),
  };
}

/** The goal must lie inside the picture. */
function rangeWith(drawing: Drawing): Record<string, unknown> {
  const goal = drawing.goal?.value ?? 0;
  return { min: (range: { min: number }) => (goal < range.min ? goal : null), max: (range: { max: number }) => (goal > range.max ? goal : null) };
}

function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  const ink = (name: string): string => style.getPropertyValue(name).trim();
  return { ink: ink("--ink"), soft: ink("--ink-3"), line: ink("--line"), accent: ink("--accent"), rope: ink("--rope"), paper: ink("--paper") };
}

export default function Canvas({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const { lang, size } = useReader();
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const chart = init(element, undefined, { renderer: "svg" });
    const points = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    chart.setOption(optionOf(drawing, inksOf(element), points, (period) => showPeriod(period, lang).replace(/年$/, ""), !calm));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [drawing, lang, size]);
  return <div ref={place} style={{ width: "100%", height: "100%" }} />;
}
