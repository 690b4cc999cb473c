/** A heading as it is printed: 第一章 发展目标, but 一、发展目标. */
export const headingWords = ({ number, title }: { readonly number: string; readonly title: string }): string => (/^第.+[编篇章节]$/.test(number) && title !== "" ? `${number} ${title}` : `${number}${title}`);
