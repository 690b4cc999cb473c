/** Whose plan it is, as its title or the words around it print. */

const NATION = "中华人民共和国";
const SUFFIX = "特别行政区|自治区|自治州|自治县|自治旗|生产建设兵团|经济特区|大湾区|新区|地区|林区|矿区|省|市|县|区|州|盟|旗|镇|乡";
/** Zones that make plans of their own. */
const ZONE = "(?:高新技术产业|经济技术|临港经济|临空经济|经济)?开发区|高新区|经开区|工业园区?|合作区|度假区|自贸区|示范区";

/** Words that stand before the name: the year, 关于, who issues it. */
const LEAD = /^(?:关于|中共|(?:\d{4}|[一二][〇○零九][一二三四五六七八九〇○零]{2})年度?|印发|下达|制定|编制|发布|[《“])+/;
/** No division begins or is so called. */
const NO_PLACE = /^(?:促进|推动|推进|加快|支持|深化|建设|国民|经济|社会|重点|乡村|城市|农村|都市|城镇|全面|公共|现代|数字|新型|主体|功能|自然|保护|高质量|国家|全国|各|县域|市场|区域|地区|省级|市级|区级|县级|农业|工业)|功能区|^.{2,}(?:城|都|县)市$|试验|自由贸易|保护区$|(?:经济|产业|科技|生态|旅游)区$/;
const AFTER = "(?!域|场|级|政建|块|划|间|分|人大|容|民|镇化|别|情)";

/** 单县, 某省: names of one letter are counties, or stand for any. */
const SHORT_NAME = "某(?:某)?(?:省|市|县|区|州|镇)|(?![全各该我本市区外邻山跨到])[\\u4e00-\\u9fff]县";
const PLACE = new RegExp(`^((?:${SHORT_NAME})|[\\u4e00-\\u9fff]{2,9}?(?:${SUFFIX}))${AFTER}`);
const INNER = new RegExp(
  `^((?!重点|国民|经济|城[市乡镇区]|农[业村]|山区|老区|新[型区]|开发|高[新质水]|自然|全|市[区域场]|社[区会]|园区|景区|核心|中心|工业|都市|街道|人民|政府|地区)[\\u4e00-\\u9fff]{2,6}?(?:自治州|自治县|自治旗|新区|市|县|区|州|盟|旗|镇|乡))${AFTER}`,
);
const ZONED = new RegExp(`^([\\u4e00-\\u9fff]{2,8}?(?:${ZONE}))${AFTER}`);

/** The innermost division that words begin with: 浙江省衢州市 is 衢州市. */
function innermost(words: string): string | null {
  let rest = words.replace(LEAD, "");
  const zoned = ZONED.exec(rest)?.[1];
  const outer = PLACE.exec(rest);
  let place = outer?.[1] ?? null;
  if (place === null || NO_PLACE.test(place)) return zoned === undefined || NO_PLACE.test(zoned) ? null : zoned;
  rest = rest.slice(place.length);
  for (let depth = 0; depth < 2; depth++) {
    const inner = INNER.exec(rest)?.[1] ?? ZONED.exec(rest)?.[1];
    if (inner === undefined || NO_PLACE.test(inner)) break;
    place = inner;
    rest = rest.slice(inner.length);
  }
  // 合肥高新技术产业开发区 is no 合肥高新技术产业开发区 of a 区 cut short.
  return zoned !== undefined && zoned.length > place.length && zoned.startsWith(place) ? zoned : place;
}

/** The congress before which a report is given, and the government that issues or reports. */
const CONGRESS = new RegExp(`在(?:中国共产党)?((?:${SHORT_NAME})|[\\u4e00-\\u9fff]{2,12}?(?:${SUFFIX}))第?[一二三四五六七八九十\\d]{1,3}届`);
const GOVERNMENT = new RegExp(`(?:^|[\\s：:，。（(]|中共)((?:${SHORT_NAME})|[\\u4e00-\\u9fff]{2,12}?(?:${SUFFIX}))(?:人民政府|委(?=关于|员会)|人民代表大会|发展和?改革)`);
const OF_NATION = /^中共中央|^国务院|^全国|^国家(?!级|公园)|中共中央关于|国务院关于/;
/** A title that names no division: the nation's own, when the text speaks of the country and of nothing smaller. */
const OF_COUNTRY = /^(?:关于)?(?:\d{4}年)?国民经济和社会发展/;
const BY_NATION = /国务院(?:办公厅)?关于|受国务院委托|代表国务院|国务院总理|全国人民代表大会/;

/**
 * Name of the division a plan is of, or null.
 * @param title in one line, half-width, without spaces
 * @param opening the words after it; @param cover the words before it: the letter that issues it, the head of the page
 */
export function divisionOf(title: string, opening: string, cover: string): string | null {
  const bare = title.replace(/\s/g, "");
  if (bare.startsWith(NATION)) return NATION;
  const place = innermost(bare);
  if (place !== null) return place;
  const own = /制定([\u4e00-\u9fff]{2,12}?(?:省|市|县|区|州|盟|旗))(?=国民经济)/.exec(bare)?.[1];
  if (own !== undefined) return own;
  if (OF_NATION.test(bare)) return "全国";
  if (OF_COUNTRY.test(bare) && /我国|全国人民代表大会|国务院/.test(opening) && !/我[省市县区州]|全[省市县区州](?!人民)/.test(opening)) return "全国";
  const congress = CONGRESS.exec(opening.slice(0, 600))?.[1];
  if (congress !== undefined && !NO_PLACE.test(congress)) return innermost(congress) ?? congress;
  if (BY_NATION.test(opening.slice(0, 400)) || BY_NATION.test(cover)) return "全国";
  for (const words of [cover, opening.slice(0, 600)]) {
    const found = GOVERNMENT.exec(words)?.[1]?.replace(/^.*关于/, "");
    if (found !== undefined && !NO_PLACE.test(found)) return innermost(found) ?? found;
  }
  return null;
}
