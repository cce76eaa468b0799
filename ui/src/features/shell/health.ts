import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { SettingsSection } from "../../api/faults";
import type { Said } from "../../bindings/Said";
import type { Status } from "../../bindings/Status";
import type { Tone } from "../../words/tone";

/** One part's health: a colour, words, and when that was last proven. */
export interface Health {
  section: SettingsSection;
  tone: Tone;
  words: MessageDescriptor;
  at: string | null;
  detail: Said | null;
}

export function healthOf(status: Status): Health[] {
  return [receiver(status), account(status), destination(status), vault(status)];
}

function receiver({ receiver: view }: Status): Health {
  const health = { section: "webhook", at: view.last_event_at, detail: view.problem } as const;
  if (!view.listening) return { ...health, tone: "bad", words: msg`Not receiving webhooks` };
  if (!view.has_secret) return { ...health, tone: "warn", words: msg`Webhook secret missing` };
  return { ...health, tone: "good", words: msg`Receiving webhooks` };
}

function account({ accounts }: Status): Health {
  // The one that is worst off speaks for all.
  const view = accounts.find((one) => !one.has_password || one.check?.ok === false) ?? accounts[0];
  const health = {
    section: "account",
    at: view?.check?.at ?? null,
    detail: view?.check?.message ?? null,
  } as const;
  if (!view) return { ...health, tone: "quiet", words: msg`Not signed in to iAdvize` };
  if (!view.has_password) return { ...health, tone: "warn", words: msg`iAdvize password missing` };
  if (!view.check) return { ...health, tone: "quiet", words: msg`iAdvize not checked yet` };
  if (!view.check.ok) return { ...health, tone: "bad", words: msg`iAdvize: last check failed` };
  return { ...health, tone: "good", words: msg`Signed in to iAdvize` };
}

function destination({ destination: view }: Status): Health {
  const health = {
    section: "destination",
    at: view?.check?.at ?? null,
    detail: view?.paused ?? view?.check?.message ?? null,
  } as const;
  if (!view) return { ...health, tone: "quiet", words: msg`No destination yet` };
  const { name } = view;
  if (view.paused) return { ...health, tone: "bad", words: msg`${name} is paused` };
  if (!view.check) return { ...health, tone: "quiet", words: msg`${name} not checked yet` };
  if (!view.check.ok) return { ...health, tone: "bad", words: msg`${name}: last check failed` };
  return { ...health, tone: "good", words: msg`${name} connected` };
}

function vault({ vault: view }: Status): Health {
  const health = { section: "secrets", at: null, detail: view.problem } as const;
  if (!view.available) return { ...health, tone: "bad", words: msg`Secrets out of reach` };
  if (view.kind === "memory")
    return { ...health, tone: "info", words: msg`Secrets in memory only` };
  if (view.kind === "file")
    return { ...health, tone: "good", words: msg`Secrets in an encrypted file` };
  return { ...health, tone: "good", words: msg`Secrets in the keyring` };
}
