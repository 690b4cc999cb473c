/** Larger files are refused by the pages, before they are sent: the server takes bodies of 16 MB, and base64 makes four letters of three bytes. */
export const file_limit_mb = 11;

export const isTooLarge = (file: File): boolean => file.size > file_limit_mb * 2 ** 20;

export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let words = "";
  for (let at = 0; at < bytes.length; at += 32768) words += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(words);
}
