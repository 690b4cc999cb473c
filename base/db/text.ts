import { texts } from "../text/text.ts";

export const text = texts({
  otherVersion: {
    "zh-CN": "数据目录 {directory} 属于 PostgreSQL {found}，本程序使用 {wanted}。请用原来的版本执行 gangju backup，再在新的 GANGJU_HOME 中执行 gangju restore",
    en: "The data directory {directory} belongs to PostgreSQL {found}; this release runs {wanted}. Make a backup with the older release (gangju backup), then restore it into a new GANGJU_HOME",
  },
  diskFull: {
    "zh-CN": "磁盘已满：{directory} 所在磁盘只剩 {free_mb} MB，数据库至少需要 {needed_mb} MB。请腾出空间后再启动",
    en: "The disk is full: {free_mb} MB are left where {directory} is, the database needs at least {needed_mb} MB. Free some space and start again",
  },
  directoryRefused: {
    "zh-CN": "数据库用户 {user} 无法进入目录 {directory}。请把 GANGJU_HOME 设到其他用户可以进入的目录",
    en: "The database user {user} cannot enter {directory}. Set GANGJU_HOME to a directory that other users can enter",
  },
  initFailed: {
    "zh-CN": "数据库初始化失败：{reason}",
    en: "The database could not be initialised: {reason}",
  },
  startFailed: {
    "zh-CN": "数据库没有启动：{reason}（日志：{log}）",
    en: "The database did not start: {reason} (log: {log})",
  },
  unreachable: {
    "zh-CN": "连不上数据库 {where}：{reason}",
    en: "The database at {where} cannot be reached: {reason}",
  },
  noPlatform: {
    "zh-CN": "这台机器（{platform}）没有内置数据库，请用 DATABASE_URL 指定 PostgreSQL 15 或更新版本",
    en: "There is no embedded database for this machine ({platform}); give a PostgreSQL 15 or later by DATABASE_URL",
  },
  tooOld: {
    "zh-CN": "数据库是 PostgreSQL {found}，需要 15 或更新版本",
    en: "The database is PostgreSQL {found}; 15 or later is needed",
  },
  migrationChanged: {
    "zh-CN": "迁移 {name} 在应用之后被改过，程序与数据库不一致；请使用与数据库相同或更新的版本",
    en: "Migration {name} was changed after it had been applied; the program and the database do not belong together",
  },
  migrationFailed: {
    "zh-CN": "迁移 {name} 失败，已整体撤回：{reason}",
    en: "Migration {name} failed and was undone as a whole: {reason}",
  },
  newerDatabase: {
    "zh-CN": "数据库由更新的版本建立（迁移 {name} 本程序没有），请升级程序",
    en: "The database was made by a newer release (this program has no migration {name}); upgrade the program",
  },
  notCommitted: {
    "zh-CN": "提交没有完成，什么都没有保存，请再试一次",
    en: "The transaction was not committed; nothing was kept, please try again",
  },
});
