/** Fields of forms. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  readonly name: string;
  readonly help?: ComponentChildren;
  /** Given the id and the id of the help. */
  readonly children: (ids: { id: string; "aria-describedby"?: string }) => ComponentChildren;
}

export function Field({ name, help, children }: FieldProps) {
  const id = useId();
  const described = help === undefined ? {} : { "aria-describedby": `${id}-help` };
  return (
    <div class="field">
      <label htmlFor={id}>{name}</label>
      {children({ id, ...described })}
      {help !== undefined && (
        <span class="help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}

interface InputProps {
  readonly name: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly help?: ComponentChildren;
  readonly type?: "text" | "number" | "date" | "datetime-local" | "search";
  readonly placeholder?: string;
  readonly list?: readonly string[];
  readonly required?: boolean;
  readonly invalid?: boolean;
}

export function Input(props: InputProps) {
  const { name, value, set, help, type = "text", placeholder, list, required, invalid } = props;
  const listId = useId();
  return (
    <Field name={name} {...(help !== undefined && { help })}>
      {(ids) => (
        <>
          <input
            {...ids}
            {...(list && { list: listId })}
            class="input"
            type={type}
            value={value}
            placeholder={placeholder}
            required={required}
            aria-invalid={invalid ? "true" : undefined}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => set(event.currentTarget.value)}
          />
          {list && (
            <datalist id={listId}>
              {list.map((entry) => (
                <option value={entry} key={entry} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

export function TextArea(props: {
  readonly name: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly help?: ComponentChildren;
  readonly placeholder?: string;
}) {
  return (
    <Field name={props.name} {...(props.help !== undefined && { help: props.help })}>
      {(ids) => (
        <textarea
          {...ids}
          class="input"
          value={props.value}
          placeholder={props.placeholder}
          spellcheck={false}
          onInput={(event) => props.set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

export function Select(props: {
  readonly name: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly choices: readonly Choice[];
  readonly help?: ComponentChildren;
}) {
  return (
    <Field name={props.name} {...(props.help !== undefined && { help: props.help })}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          value={props.value}
          onChange={(event) => props.set(event.currentTarget.value)}
        >
          {props.choices.map(({ value, name }) => (
            <option value={value} key={value} selected={value === props.value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of few, all visible. */
export function Segments(props: {
  readonly name: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly choices: readonly (Choice & { readonly content?: ComponentChildren })[];
}) {
  return (
    <div class="segments" role="group" aria-label={props.name}>
      {props.choices.map(({ value, name, content }) => (
        <button
          type="button"
          key={value}
          aria-pressed={value === props.value}
          {...(content !== undefined && { "aria-label": name, title: name })}
          onClick={() => props.set(value)}
        >
          {content ?? name}
        </button>
      ))}
    </div>
  );
}

export function Check(props: {
  readonly name: string;
  readonly value: boolean;
  readonly set: (value: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.value}
        onChange={(event) => props.set(event.currentTarget.checked)}
      />
      {props.name}
    </label>
  );
}
