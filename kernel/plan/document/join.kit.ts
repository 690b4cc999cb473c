/** A plan that has lost its table, and the table as a spreadsheet copies it. */

export const planWithoutTable = `某某市国民经济和社会发展第十四个五年规划纲要
一、发展基础
2020年全市生产总值达到1639亿元。
二、主要目标
全市生产总值达到2500亿元，森林覆盖率稳定在70%以上。
1.基本原则。坚持系统观念，加强统筹。
2.主要做法。完善制度，推进落实。
三、重点任务
（一）加快农业发展
新建高标准农田6.3万亩。改造老旧小区120个。
`;
export const pasted = "类别\t指标\t2020年\t2025年\t累计\t属性\n民生\t城镇新增就业（万人）\t12.5*\t\t[15]\t预期性\n生态\t耕地保有量（万亩）\t186\t185\t\t约束性\n\t森林蓄积量（万立方米）\t3000\t3300\t\t";
