/**
 * Ids that outlive a revision: they come from the words of a clause, never from its number or its position,
 * so a clause that was kept keeps its id when others are put in before it.
 */

/** 53-bit hash of a string (two multiplicative halves), as 11 characters of base 36. Not for secrets. */
export function shortHash(words: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < words.length; index++) {
    const code = words.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, "0");
}

/** Words without spaces and signs: what two printings of the same clause have in common. */
export function bareWords(words: string): string {
  return words.normalize("NFKC").replace(/[\s\p{P}\p{S}]+/gu, "");
}

/** Gives ids out within one document and keeps them apart. */
export class IdGiver {
  readonly #taken = new Map<string, number>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /**
   * Id of a clause. The first one of a name gets the hash of the name alone; a later one of the same name is told
   * apart by what it stands in (`within`), and only then by counting.
   */
  give(name: string, within = ""): string {
    const plain = this.#prefix + shortHash(bareWords(name));
    if (this.#claim(plain)) return plain;
    const inner = this.#prefix + shortHash(`${bareWords(name)}/${within}`);
    if (this.#claim(inner)) return inner;
    for (;;) {
      const count = (this.#taken.get(inner) ?? 0) + 1;
      this.#taken.set(inner, count);
      const counted = `${inner}-${count}`;
      if (this.#claim(counted)) return counted;
    }
  }

  #claim(id: string): boolean {
    if (this.#taken.has(id)) return false;
    this.#taken.set(id, 1);
    return true;
  }
}
