import { texts } from "../../base/text/text.ts";

export const text = texts({
  shapes: { "zh-CN": "区划与统计区域的图形", en: "Shapes of divisions and reporting areas" },
  at: { "zh-CN": "一个点在哪个县（市、区）", en: "The county a point lies in" },
  schematicNote: {
    "zh-CN": "示意图，无审图号：边界经过简化，坐标系未说明，不作测绘、划界或对外展示的地图依据。",
    en: "Schematic map without an approval number: boundaries are simplified and the datum is not stated; not for survey, delimitation or display as an official map.",
  },
  approvedNote: { "zh-CN": "审图号：{number}", en: "Map approval number: {number}" },
  faults: { "zh-CN": "图形文件有 {count} 处错误", en: "the file of shapes has {count} faults" },

  ringOpen: { "zh-CN": "环没有闭合：首尾两点应当相同", en: "the ring is not closed: its first and last points should be the same" },
  ringFlat: { "zh-CN": "环没有面积", en: "the ring encloses no area" },
  outside: {
    "zh-CN": "坐标 {x}, {y} 不是经纬度（经度 -180…180，纬度 -90…90）",
    en: "{x}, {y} is no longitude and latitude (-180…180, -90…90)",
  },
  swapped: { "zh-CN": "坐标 {x}, {y} 的经度与纬度像是写反了", en: "longitude and latitude of {x}, {y} look swapped" },
  tooManyPoints: { "zh-CN": "有 {count} 个点，超过 {limit}；请先简化", en: "it has {count} points, more than {limit}; simplify it first" },
  holeOutside: { "zh-CN": "洞的第一个点不在外环之内", en: "the first point of this hole is not inside its outer ring" },
  twice: { "zh-CN": "{division} 的图形出现了两次", en: "the shape of {division} stands twice" },
  unknownDivision: { "zh-CN": "没有代码为 {division} 的区划", en: "there is no division {division}" },
  union: {
    "zh-CN": "{division} 是合并区域，图形由它的成员组成，不另外存",
    en: "{division} is a union: its shape is made of its members' and not kept again",
  },
});
