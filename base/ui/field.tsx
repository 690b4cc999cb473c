import { useId, type InputHTMLAttributes, type ReactNode } from "react";

export interface EntryProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange"> {
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly wrong?: string | null | undefined;
  readonly help?: string;
}

/** A labelled line of input; what is wrong with it is said below it and tied to it. */
export function Entry({ label, onText, wrong, help, className, ...rest }: EntryProps): ReactNode {
  const id = useId();
  const said = [help ? `${id}h` : "", wrong ? `${id}w` : ""].filter(Boolean).join(" ");
  return (
    <div className={`field ${className ?? ""}`}>
      <label htmlFor={id}>{label}</label>
      <input {...rest} id={id} className="entry" aria-invalid={wrong ? true : undefined} aria-describedby={said || undefined} onChange={(event) => onText(event.target.value)} />
      {help && (
        <span id={`${id}h`} className="small muted">
          {help}
        </span>
      )}
      {wrong && (
        <span id={`${id}w`} className="wrong">
          {wrong}
        </span>
      )}
    </div>
  );
}

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Said for the empty value; left out when one must be chosen. */
  readonly any?: string;
  readonly inline?: boolean;
  readonly hideLabel?: boolean;
}

/** The browser's own choice list: works with keyboard, screen reader and thumb everywhere. */
export function Choice({ label, value, onValue, options, any, inline, hideLabel }: ChoiceProps): ReactNode {
  const id = useId();
  // What is chosen stands in the list even before the list has come; else the browser would show its first line.
  const known = value === "" || options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options];
  return (
    <div className={inline ? "field inline" : "field"}>
      <label htmlFor={id} className={hideLabel ? "unseen" : undefined}>
        {label}
      </label>
      <select id={id} className="choice" value={value} onChange={(event) => onValue(event.target.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {known.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
