import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { type Place, Problem } from "../errors/problem.ts";
import { chooseLanguage, fill } from "../text/text.ts";
import { text } from "./text.ts";

/** What AJV says of one fault, in its own terms. */
interface Fault {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

function placeOf(fault: Fault, part: string): Place {
  const at = part === "body" ? fault.instancePath || "/" : `${part} ${fault.instancePath.slice(1)}`.trim();
  const { params } = fault;
  switch (fault.keyword) {
    case "required":
      return { at, said: text.required, values: { property: params["missingProperty"] } };
    case "type":
      return { at, said: text.type, values: { type: [params["type"]].flat().join(" / ") } };
    case "additionalProperties":
      return { at, said: text.additional, values: { property: params["additionalProperty"] } };
    case "enum":
      return { at, said: text.enumeration, values: { values: (params["allowedValues"] as unknown[]).join(", ") } };
    case "const":
      return { at, said: text.enumeration, values: { values: String(params["allowedValue"]) } };
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return { at, said: text.limit, values: { comparison: params["comparison"], limit: params["limit"] } };
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
      return { at, said: text.length, values: { limit: params["limit"] } };
    case "format":
    case "pattern":
      return { at, said: text.format, values: { format: params["format"] ?? params["pattern"] } };
    default:
      return { at, said: text.shape };
  }
}

/** Faults that only say that something inside them is wrong. */
const outer = new Set(["anyOf", "oneOf", "if"]);

/** The branches of a union each ask for their own type: told as one. */
const typesAt = (faults: readonly Fault[], path: string): string[] => [
  ...new Set(faults.filter((fault) => fault.keyword === "type" && fault.instancePath === path).flatMap((fault) => [fault.params["type"]].flat().map(String))),
];

export function invalid(faults: readonly Fault[], part: string): Problem {
  // A union reports every branch that did not fit; the reader wants the places, each once.
  const places = new Map(faults.filter((fault) => !outer.has(fault.keyword)).map((fault) => {
    const whole = fault.keyword === "type" ? { ...fault, params: { type: typesAt(faults, fault.instancePath) } } : fault;
    return [`${fault.instancePath} ${fault.keyword} ${String(fault.params["missingProperty"] ?? fault.params["additionalProperty"] ?? "")}`, placeOf(whole, part)];
  }));
  return new Problem(400, "invalid", text.invalid, { values: { count: places.size }, places: [...places.values()] });
}

const byState: Readonly<Record<string, readonly [number, string, (typeof text)[keyof typeof text]]>> = {
  "42501": [403, "outside-area", text.outside],
  "23505": [409, "conflict", text.conflict],
  "40001": [409, "conflict", text.conflict],
  "40P01": [409, "conflict", text.conflict],
  "53100": [507, "disk-full", text.diskFull],
  "57P01": [503, "database-unavailable", text.unavailable],
  "57P02": [503, "database-unavailable", text.unavailable],
  "57P03": [503, "database-unavailable", text.unavailable],
  "53300": [503, "database-unavailable", text.unavailable],
};

/** Turns whatever was thrown into a problem that may be shown; undefined when it is a fault of the program. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const { code, message, validation, validationContext, statusCode } = error as FastifyError & { validation?: Fault[]; validationContext?: string };
  if (validation !== undefined) return invalid(validation, validationContext === "body" ? "body" : (validationContext ?? ""));
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new Problem(413, "too-large", text.tooLarge, { values: { limit: "16 MiB" } });
  if (statusCode === 400 || statusCode === 415) return new Problem(400, "not-json", text.notJson, { values: { reason: message } });
  const known = byState[code ?? ""];
  if (known !== undefined) return new Problem(known[0], known[1], known[2], { cause: error });
  if (code === "ECONNREFUSED" || code === "ECONNRESET" || /Connection terminated|timeout exceeded when trying to connect/.test(message ?? "")) {
    return new Problem(503, "database-unavailable", text.unavailable, { cause: error });
  }
  return undefined;
}

/** RFC 9457 problem details, in the reader's language. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = problemOf(error);
  if (known === undefined) request.log.error({ err: error }, "act failed");
  const problem = known ?? new Problem(500, "internal", text.internal, { values: { id: request.id } });
  const lang = chooseLanguage(request.headers["accept-language"]);
  if (problem.status === 503) void reply.header("Retry-After", "2");
  return reply
    .code(problem.status)
    .header("Content-Language", lang)
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: `/problems/${problem.code}`,
        title: problem.in(lang),
        status: problem.status,
        detail: [problem.in(lang), ...problem.places.slice(0, 3).map((place) => `${place.at}: ${fill(place.said[lang], place.values)}`)].join("; "),
        instance: request.url,
        ...(problem.places.length > 0 && { places: problem.places.map((place) => ({ at: place.at, message: fill(place.said[lang], place.values) })) }),
      }),
    );
}
