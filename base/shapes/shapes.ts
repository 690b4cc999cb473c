import { type TSchema, Type } from "typebox";

// What the schemas of several nouns are put together from.

export const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** One of a few words, published as an enum. */
export const OneOf = <const T extends string>(...values: readonly T[]) => Type.Unsafe<T>(Type.String({ enum: [...values] }));

/** A calendar day: 2025-12-31. */
export const Day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
