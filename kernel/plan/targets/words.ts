/**
 * The words of the grammar of targets, as data. To teach the grammar a word, put it into its table here
 * and add a sentence that needs it to worked.ts.
 */

export type Comparator = ">=" | ">" | "<=" | "<" | "=" | "~" | "range";

/** What a word directly before a number says. Words are taken off from the right, longest first. */
export type Mark =
  | { mark: "compare"; comparator: Comparator }
  /** 达到 80%: the quantity is to be at the number. */
  | { mark: "reach" }
  /** 稳定在, 控制在: the quantity is to stay at the number. */
  | { mark: "hold"; comparator?: Comparator }
  /** 为, 占: says how much something is, which is a target only where nothing speaks against it. */
  | { mark: "weak" }
  /** 到, 至: makes a level of the change before it (提高到). */
  | { mark: "arrive" }
  | { mark: "change"; growth: boolean }
  | { mark: "average" }
  | { mark: "total" }
  | { mark: "each" }
  | { mark: "respectively" }
  | { mark: "stretch" }
  /** 完成: an amount is to be carried out. */
  | { mark: "carry" }
  | { mark: "done" }
  | { mark: "filler" };

const table = (mark: Mark, words: string): [string, Mark][] => words.split(" ").map((word) => [word, mark]);

export const marksBefore: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ...table({ mark: "compare", comparator: ">=" }, "不低于 不少于 不小于 不亚于 至少 最少 最低 ≥ >="),
  ...table({ mark: "compare", comparator: ">" }, "超过 超出 突破 超 大于 高于 多于 逾 跨越 跃上 站上 跨过 迈过 > 迈上 冲刺"),
  ...table({ mark: "compare", comparator: "<=" }, "不超过 不高于 不大于 不多于 不得超过 不突破 最多 ≤ <= 最高"),
  ...table({ mark: "compare", comparator: "<" }, "低于 小于 少于 不到 不足 <"),
  ...table({ mark: "compare", comparator: "~" }, "约 大约 约为 近 接近 将近 接近于 达到约"),
  ...table({ mark: "reach" }, "达到 达 达致 实现 达成 占到 确定为 设定为 预期为 总量达到"),
  ...table({ mark: "carry" }, "完成 安排 拟安排 开工 新开工 竣工 投产 到位"),
  ...table({ mark: "hold" }, "稳定在 保持在 维持在 稳定 保持 维持 守住 守牢 坚守 稳定到"),
  ...table({ mark: "hold", comparator: "<=" }, "控制在 控制到 压缩在 限制在 控制"),
  ...table({ mark: "weak" }, "为 是 占 有 在 按 即 的"),
  ...table({ mark: "arrive" }, "到 至"),
  ...table({ mark: "change", growth: true }, "增长 递增 增速 增幅 涨幅 上涨 增速为 增产 增收 增值"),
  ...table(
    { mark: "change", growth: false },
    "提高 提升 上升 增加 扩大 下降 降低 减少 压缩 缩短 缩小 压减 恢复 扩展 延长 拓展 削减 降 升 增 减 压降 发展 回升 提速 下调 上调 减排 节约 降幅 减幅 缩减 低 高 快 慢 多 少 增强 改善 壮大 升级",
  ),
  ...table({ mark: "average" }, "年均 平均每年 年平均 平均"),
  ...table({ mark: "total" }, "累计 总计 共计 合计 共 总共"),
  ...table({ mark: "each" }, "均 都 各 各自 皆"),
  ...table({ mark: "respectively" }, "分别 依次"),
  ...table({ mark: "stretch" }, "力争 争取 努力 力求 奋力"),
  ...table({ mark: "done" }, "了 已 已经"),
  ...table({ mark: "filler" }, "必须 再 又 将 也 要 只 拟 仅 可 能 实际 净 还 左右 大体 基本 确保 保证 进一步 继续 逐步 每年 每年再 同比 规模 幅度 计划 预计 预期 应 须 全部 总 预定 每人每年 每人每月 每百人 每千人 每万人 每百户 每平方公里 每百平方公里 每公顷 每人 每月 每亩 每户 每生 每吨 人民币"),
]);

/** What stands after the unit: 以上, 以内, 左右. */
export const marksAfter: readonly { word: string; comparator: Comparator }[] = [
  { word: "及以上", comparator: ">=" }, { word: "以上", comparator: ">=" }, { word: "及以下", comparator: "<=" },
  { word: "以下", comparator: "<=" }, { word: "以内", comparator: "<=" }, { word: "之内", comparator: "<=" },
  { word: "之间", comparator: "range" }, { word: "左右", comparator: "~" }, { word: "上下", comparator: "~" },
];

const alternatives = (words: string): string => words.split(" ").sort((a, b) => b.length - a.length).join("|");

/** Verbs that deliver: what they govern is produced, built or done within the period, so their number is a flow. */
export const deliver = new RegExp(
  alternatives(
    "新建 续建 新增(?!长) 新改建 新改扩建 改建 扩建 改扩建 新建成 建成(?!区) 建有 建设(?!用地|性|规模|兵团) 建好 建立 建造 配建 筹建 共建 创建 创成 争创 打造 培育 培养 培训(?!机构|基地|中心) 引进 留用 引育 招引 引入 招募 招聘 招收 " +
      "实施 谋划 开工 投产 投用 投运 投放 竣工 举办 开展 组织 发放 新发放 供应 提供 补充 治理 修复 整治 整修 布局 设立 增设 新设 推出 遴选 选派 选取 选树 评选 认定 支持 扶持 带动 惠及 " +
      "落地 办理 办好 抓好 安排 投入 投资(?!率|基金) 筹集 配备 配置 淘汰 转移 转化 解决 消除 造林 营造 种植 搬迁 安置 救助(?!对象|站|标准) 资助 形成 采购 发行 归集 整合 复垦 开发(?!区) 盘活 收储 出让 处置 出栏 营造林 加装 新开工 外送 " +
      "输送 集聚(?!区) 聚集(?!区) 引聚 服务(?!业|器|贸易|消费|收入|零售|站|点|圈) 推广 安装 更新 拆除 拆改 腾退 关停 架设 铺设 开通 开行 新开 净增 孵化(?!器|面积|基地|载体|平台) 完成 改造 改良 绿化(?!覆盖) 植树 减税 降费 清退 退出 储备(?!粮|林|肉|食|糖|棉|油|率|量|规模) 推进 派驻 覆盖(?!率|面) 轮训 吸引 接待(?!量) 吸纳 " +
      "改厕 硬化 保障(?!性|房) 关闭 化解 推动 减免 让利 滚动 入库 签约 申报 申请 授权 生产(?=汽车|化肥|水泥|钢|原煤|原油|粮食|棉|纱|布|拖拉机|木材|电视机) 制定 制修订 修订 取得 获得(?!感) 撬动 发布 出版 创作 收购 进口(?!商品|产品) 出口(?!商品|产品) 增殖 放流 退耕 还林 购置 添置 增配 新培育 新引进 新认定 新创建 新登记 新创(?!新|建) 新办 新装 新修 新辟 新添 新上 新批 新签 新架 新铺 新挖 新栽 新植 新购 新聘 新设立 新组建 新注册 新申报 新发展 新纳入 新授权 新落地 新入库 新签约 新流转 兴建 兴修 兴办 动工兴建 架通 消灭 输出(?!功率|能力) 减负 打通(?!堵点) 帮助 帮扶 扫除 扩种 扩建 建强 做强 做优 亮化 疏浚 清淤 加固 除险加固 消化 栽植 植造 增殖 补植 发展(?=会员|党员|大豆|油菜|专业|农民专业|家庭农场|订单) 分流 再就业 免除 取消 下放 精简 清理 兑现 授信 投保 承保 引育 上架 接种 铺轨 敷设 提升改造 提质改造 扩容 增划 划定 供地 拍卖 颁证 追回 偿还 还本 化债 拨付 增拨 奖补 收储 调出 调入 外调 落户 引入 盘活 实缴 募集 增发 承办 申办 增补 推介 做大 做好 做精 送戏 送电影 送书 送医 攻克 统筹(?=$) 拿出 下拨 划拨 新开通 新\\(改、扩\\)建 新\\(改\\)建 新\\(扩\\)建 改\\(扩\\)建",
  ),
  "g",
);

/** A noun phrase that ends so names a rate, a stock or a level, whatever verb goes before it. */
export const levelNoun = /(?:用户|用户数|转移就业|率|比重|比例|占比|水平|指数|系数|浓度|总量|寿命|年限|规模|总规模|强度|密度|均值|排名|覆盖面|保有量|拥有量|存栏|存栏量|总数|总值|增加值|能力|容量|人口|床位数|里程|装机|面积|人数|数量|户数|库容|储量|含量)$/;
/** A yearly amount: a flow, unless it is to be reached (达到). */
export const flowNoun = /(?:免费检查|免费筛查|检查|筛查|体检|接种|救助|救治|排查|轮训|扩种|产量|贷款规模|信贷规模|建设规模|发行规模|发行额|总产|投资|投资额|投资总额|投资规模|投资总规模|支出规模|转移支付|转移支付规模|收入规模|进出口|进出口总额|出口|出口额|零售总额|零售额|销售额|销售收入|交易额|成交额|吞吐量|客运量|货运量|周转量|收入|支出|贷款|债券|赤字|赤字规模|国债|专项债|补助|资金|接待量|人次|发电量|供水量|减税降费|新增就业|外资|外资总额|拨款|贷款计划规模|信贷计划规模|经费|预算)$/;
/** What a year yields: due in the last year of a plan, unless it says 累计. */
export const yearlyNoun = /(?:产量|总产|产值|发电量|零售总额|零售额|进出口总额|贸易总额|进出口|出口|财政收入|总收入|预算收入|旅游收入|营业收入|销售收入|外汇收入|成交额|交易额|吞吐量|客运量|货运量|周转量)$/;
/** Words inside a noun phrase that make a flow of it. */
export const flowInside = /招生|通(?:硬化路|沥青路|水泥路|油路|公路|双车道)|节约|供货|收购|新增|新就业|新入|新上|新认定|新培育|新引进|新登记|新建|脱贫(?!人口|县|地区|户|村|群众)|投产|投运|新改建|引进|改造|到位|实际利用|实际使用|投放|发行|培训|出栏|新开工|减税|净增|拟安排|入境/;

/** Rates whose name says that they are a growth. */
export const growthNoun = /(?:增长率|增长速度|增速|增幅|涨幅|上涨率|涨价幅度|增长幅度)$/;

/** Words of time, mood and manner at the head of a clause: they are no part of the indicator. */
export const head =
  /^(?:我们要|我们|目前|当前(?!期)|力争|争取|努力|确保|保证|推动|推进|促进|使|让|将|要|拟|计划(?!生育|单列)|预计|预期|继续|进一步|加快|全面|持续|大力|积极|着力|稳步|逐步|切实|同时|其中|并|且|而|即|也|还|再(?!生|就业|制造|贷款|融资|保险)|和(?!美|谐|睦|平)|及|与|以及|或|在全国|率先|统筹|深入|扎实|有效(?!发明|投资|灌溉|期)|有序|合理|不断|目标是|目标为|预期目标|建议|安排|实现|达到|保持|全年|全年将|当年|累计|总共|一共|共|新一轮|每年|年均|五年|有(?![机效色线害毒限轨])|使得|对|经过努力|提前|期末|最后|最终|首先|把(?!握|关)|向上(?=争取)|基本(?=建成|完成|形成|建立|实现)|重点|高水平|高质量|规划|组织|用于|本年度)/;

/** Whose figure it is; stands before the indicator. */
export const scope =
  /^(?:全市|全省|全区|全县|全国|全州|全盟|全旗|全社会(?=消费)|我市|我省|我区|我县|我国|市区|市域|城区|中心城区|主城区|市本级|省本级|全域|城乡居民(?!收入(?:比|差|倍差|之比))|农村居民|城镇居民|规模以上(?=工业))的?/;

/** Nouns that counts of no target stand before: 9个方面, 三个重点. */
export const abstractNoun =
  /^(?:方面|重点任务|重点领域|重点环节|重点方面|关键环节|主要任务|环节|领域|维度|层面|阶段|步骤|原则|关键(?!技术|核心|零|设备|矿|共性|材料|产品|项目|基础)|坚持|确保|转变|结合|统筹|抓手|突破|行动|专项行动|“[^”]{0,12}(?:行动|体系|格局|战略|坚持|确保|理念|原则)”|「|三年行动|主要指标|指标|标杆城市之一|工作日内|问题|字|必须|不动摇|类别|部分|章|篇)/;

/** Names of rules and lists that bear the count of their points: 人才新政12条. */
export const namedByCount = /(?:新政|条例|措施|意见|政策|办法|举措|规定|要求|公约|准则|体系|工作法|行动|机制|清单|专栏|第)$/;

/** Nouns after a measure that make it a size or a kind, no target: 500千伏变电站, 3年行动. */
export const sizedNoun = /^(?:级|以上|行动|计划|规划|方案|生活圈|交通圈|圈|服务圈|时间|时期|路径|强|号|版|周年|时代|精神|讲话|会议|的?历史|气候)/;

/** Sizes that describe a work or a place (全长12公里, 规划面积5平方公里): what it is, not what is to be reached. */
export const describingNoun =
  /(?:国土面积|幅员面积|全长|总长|总长度|线路长|线路全长|长约|里程约|占地|占地面积|规划面积|规划总面积|规划用地|规划用地面积|用地面积|总用地|总占地|总占地面积|建筑面积|总建筑面积|建设面积|总面积|核心区|核心区面积|起步区|起步区面积|总库容|静态投资|动态投资|总投资|总投资额|概算|总概算|项目投资|计划总投资|预计总投资|估算总投资|投资估算|设计时速|设计床位|设计能力|设计年产能|日处理能力|总装机|主跨|设站|设车站|年产值|预计年产值|年税收|预计年税收|年产|年处理|年处理能力)(?:约|近|达)?$/;
