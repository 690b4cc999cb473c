import { texts } from "../text/text.ts";

export const text = texts({
  foreign: { "zh-CN": "{file} 不是纲举的备份文件", en: "{file} is not a backup of Gangju" },
  otherFormat: { "zh-CN": "{file} 的备份格式是 {found}，本程序只认 {wanted}；请用更新的版本恢复", en: "{file} has the backup format {found}; this release reads {wanted}. Restore it with a newer release" },
  truncated: { "zh-CN": "备份文件 {file} 不完整（缺少结尾），没有恢复任何内容", en: "The backup {file} is incomplete (its end is missing); nothing was restored" },
  damaged: { "zh-CN": "备份文件 {file} 已损坏（校验和不符），没有恢复任何内容", en: "The backup {file} is damaged (its checksum differs); nothing was restored" },
  inconsistent: { "zh-CN": "备份文件 {file} 的内容前后不一致（{reason}），没有恢复任何内容", en: "The backup {file} does not hold what it says ({reason}); nothing was restored" },
  noFile: { "zh-CN": "没有文件 {file}", en: "There is no file {file}" },
  cannotRead: { "zh-CN": "读不了备份文件 {file}：{reason}", en: "The backup {file} cannot be read: {reason}" },
  cannotWrite: { "zh-CN": "写不了备份文件 {file}：{reason}", en: "The backup {file} cannot be written: {reason}" },
  notOurs: { "zh-CN": "{file} 已存在，而且不是备份文件，不会覆盖它", en: "{file} exists and is no backup; it was not overwritten" },
  newerRelease: {
    "zh-CN": "备份来自更新的版本 {release}（迁移 {name} 本程序没有）；请升级程序后再恢复",
    en: "The backup was made by a newer release, {release} (this program has no migration {name}); upgrade, then restore",
  },
  migrationChanged: {
    "zh-CN": "迁移 {name} 与备份时的不同，本程序不能恢复这份备份",
    en: "Migration {name} is not what it was when the backup was made; this program cannot restore it",
  },
  cityThere: {
    "zh-CN": "数据库里已有城市 {city}，没有覆盖。确要用备份替换它：restore FILE --replace",
    en: "The database already has the city {city}; it was not overwritten. To put the backup in its place: restore FILE --replace",
  },
  restoring: { "zh-CN": "另一个进程正在恢复城市 {city}", en: "Another process is restoring the city {city}" },
  circle: { "zh-CN": "表之间的外键成环：{tables}", en: "Foreign keys between tables form a circle: {tables}" },
});
