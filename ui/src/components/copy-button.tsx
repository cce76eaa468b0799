import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Code } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";

/** Whether it was copied just now, for a moment. */
function useCopied(text: string) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  return { copied, onClick: () => void copy(text).then(setCopied) };
}

/** A word to be taken over exactly, within a sentence. */
export function CopyCode({ text }: { text: string }) {
  const { t } = useLingui();
  const { copied, onClick } = useCopied(text);
  return (
    <span style={{ whiteSpace: "nowrap" }}>
      <Code style={{ userSelect: "all" }}>{text}</Code>
      <ActionIcon
        size={24}
        style={{ verticalAlign: "middle" }}
        aria-label={copied ? t`Copied` : t`Copy ${text}`}
        onClick={onClick}
      >
        {copied ? <Check size={12} /> : <Copy size={12} />}
      </ActionIcon>
    </span>
  );
}

/** Copies a text, where only a sign has room. */
export function CopyIcon({ text, label }: { text: string; label: string }) {
  const { t } = useLingui();
  const { copied, onClick } = useCopied(text);
  return (
    <ActionIcon aria-label={copied ? t`Copied` : label} title={label} onClick={onClick}>
      {copied ? <Check size={14} /> : <Copy size={14} />}
    </ActionIcon>
  );
}

interface CopyButtonProps {
  text: string;
  testId?: string;
  /** What it says where "Copy" alone would not do. */
  label?: string;
}

/** Copies a text, and says so on itself for a moment. */
export function CopyButton({ text, testId, label }: CopyButtonProps) {
  const { copied, onClick } = useCopied(text);
  return (
    <Button
      variant="default"
      leftSection={copied ? <Check size={14} /> : <Copy size={14} />}
      onClick={onClick}
      data-testid={testId}
    >
      {copied ? <Trans>Copied</Trans> : (label ?? <Trans>Copy</Trans>)}
    </Button>
  );
}

/** Puts a text on the clipboard; false where that is not allowed. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Some windows allow no clipboard; a selection always can be copied.
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
