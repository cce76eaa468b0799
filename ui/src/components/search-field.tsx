import { useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { isDialogOpen, isTyping } from "./keys";
import classes from "./search-field.module.css";

/** Long enough not to ask for each letter, too short to be felt. */
const PAUSE_MS = 160;

interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
}

/** A search that `/` jumps to and Escape empties. */
export function SearchField({ value, onChange, label }: SearchFieldProps) {
  const { t } = useLingui();
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);

  // What we sent comes back later, when more may have been typed; only news from elsewhere counts.
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || isTyping(event) || isDialogOpen())
        return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={label}
      placeholder={t`Search`}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        sent.current = "";
        setText("");
        onChange("");
        field.current?.blur();
      }}
      leftSection={<Search size={14} aria-hidden />}
      rightSection={text ? null : <span className={classes.hint}>/</span>}
    />
  );
}
