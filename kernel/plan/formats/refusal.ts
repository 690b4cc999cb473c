import { type Language, message, type MessageKey } from "./text.ts";

/** Place in the file: bytes and lines and columns count from 1. */
export interface RefusalPlace {
  byte: number;
  line: number;
  column: number;
}

/** What a document can be refused for. */
export type RefusalKind =
  | "empty" | "too-large" | "image" | "binary" | "spreadsheet" | "unsupported-format" | "encoding" | "not-a-plan"
  | "encrypted" | "damaged" | "inflates" | "no-document" | "entities" | "old-word" | "works" | "presentation" | "only-pictures"
  | "frames" | "too-complex" | "no-text-layer" | "undecodable";

/** The document cannot be compiled; `messages` says why in both languages, `at` where, when there is a place. */
export class PlanRefused extends Error {
  readonly kind: RefusalKind;
  readonly at: RefusalPlace | null;
  readonly messages: Readonly<Record<Language, string>>;
  /** What the messages were filled with. */
  readonly values: Readonly<Record<string, string | number>>;

  constructor(kind: RefusalKind, values: Readonly<Record<string, string | number>> = {}, at: RefusalPlace | null = null) {
    const key: MessageKey = kind;
    const places = at === null ? values : { ...values, byte: at.byte, line: at.line, column: at.column };
    super(message(key, "en", places));
    this.name = "PlanRefused";
    this.kind = kind;
    this.at = at;
    this.values = places;
    this.messages = { "zh-CN": message(key, "zh-CN", places), en: message(key, "en", places) };
  }
}
