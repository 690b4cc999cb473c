import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use as parts, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, type ReactNode } from "react";
import { timeOf, type Drawing, type Line } from "./chart-drawing.ts";
import { showFigure, showPeriod } from "./figures.ts";
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
  const points = drawing.periods.flatMap((period, i) => {
    const value = line.values[i] ?? null;
    return value === null ? [] : [[timeOf(period), value, period]];
  });
  return {
    type: "line",
    name: line.name,
    data: points,
    // A lone point of a dashed line would not be seen.
    symbol: line.look === "required" && points.length > 1 ? "none" : ["circle", "rect", "triangle", "diamond"][index % 4],
    symbolSize: 7,
    color: colour,
    lineStyle: { color: colour, width: line.look === "required" ? 1.5 : 2.5, type: line.look === "required" ? "dashed" : "solid" },
    ...(goal && index === 0
      ? {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: inks.rope, type: "solid", width: 1 },
            label: { formatter: goal.name, color: inks.rope, position: goalIsHigh(drawing, goal.value) ? "insideStartBottom" : "insideStartTop" },
            data: [{ yAxis: goal.value }],
          },
        }
      : {}),
  };
}

/** The goal's name stands on the side where the lines are not: below a goal to be climbed to, above one to come down to. */
function goalIsHigh(drawing: Drawing, goal: number): boolean {
  const values = drawing.lines.flatMap((line) => line.values).filter((value) => value !== null);
  return values.filter((value) => value <= goal).length * 2 >= values.length;
}

interface Words {
  readonly size: number;
  readonly period: (period: string) => string;
  readonly value: (value: number) => string;
}

/** What stands under the pointer, as elements: names come from data and are never read as markup. */
function tip(items: unknown, drawing: Drawing, words: Words): HTMLElement {
  const list = (Array.isArray(items) ? items : [items]) as readonly { seriesName: string; data: readonly [number, number, string] }[];
  const box = document.createElement("div");
  const head = document.createElement("b");
  head.textContent = words.period(list[0]?.data[2] ?? "");
  box.append(head);
  for (const item of list) {
    const row = document.createElement("div");
    row.textContent = `${item.seriesName} ${words.value(item.data[1])} ${drawing.unit}`;
    box.append(row);
  }
  return box;
}

/** Years at their places; within less than two years, months. */
function timeAxis(drawing: Drawing, words: Words): Record<string, unknown> {
  const times = drawing.periods.map(timeOf);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (last - first >= 2) {
    return { min: Math.floor(first), max: Math.ceil(last), minInterval: 1, axisLabel: { formatter: (at: number) => (Number.isInteger(at) ? String(at) : "") } };
  }
  const named = new Map(drawing.periods.map((period) => [Math.round(timeOf(period) * 12), words.period(period)]));
  return { min: first, max: last, interval: 1 / 12, axisLabel: { formatter: (at: number) => named.get(Math.round(at * 12)) ?? "" } };
}

function optionOf(drawing: Drawing, inks: Inks, words: Words, animate: boolean): EChartsCoreOption {
  const { size } = words;
  const text = { color: inks.ink, fontSize: size };
  const time = timeAxis(drawing, words);
  return {
    animation: animate,
    animationDuration: 300,
    textStyle: { fontFamily: "inherit" },
    grid: { left: 8, right: size * 1.6, top: size * 2.6, bottom: drawing.lines.length > 1 ? size * 2.8 : 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: { trigger: "axis", confine: true, backgroundColor: inks.paper, borderColor: inks.line, textStyle: text, formatter: (items: unknown) => tip(items, drawing, words) },
    legend: drawing.lines.length > 1 ? { bottom: 0, left: 0, type: "scroll", textStyle: text, itemWidth: 22, itemGap: 20, icon: "rect", itemHeight: 3 } : { show: false },
    xAxis: { type: "value", ...time, axisLabel: { ...text, hideOverlap: true, ...(time["axisLabel"] as object) }, axisLine: { lineStyle: { color: inks.soft } }, axisTick: { show: false }, splitLine: { show: false } },
    yAxis: { type: "value", scale: true, name: drawing.unit, nameTextStyle: { ...text, align: "left" }, axisLabel: text, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: inks.line } }, ...(drawing.goal ? rangeWith(drawing) : {}) },
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
    const words: Words = { size: points, period: (period) => showPeriod(period, lang), value: (value) => showFigure(value, lang) };
    chart.setOption(optionOf(drawing, inksOf(element), words, !calm));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [drawing, lang, size]);
  return <div ref={place} style={{ width: "100%", height: "100%" }} />;
}
