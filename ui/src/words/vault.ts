import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { VaultKind } from "../bindings/VaultKind";

export const VAULTS: Record<VaultKind, { label: MessageDescriptor; note: MessageDescriptor }> = {
  keyring: {
    label: msg`This computer’s keyring`,
    note: msg`Passwords and keys stay in the operating system’s own keyring, never in a file.`,
  },
  file: {
    label: msg`Encrypted file, protected by your passphrase`,
    note: msg`Passwords and keys stay in one file of the data folder that only your passphrase opens.`,
  },
  memory: {
    label: msg`Memory only`,
    note: msg`Passwords and keys are forgotten when Leadbridge closes. This is meant for the demo.`,
  },
};
