import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Where a visitor can read a question, and whether the marker is known to vanish there. */
export interface Channel {
  id: string;
  name: MessageDescriptor;
  /** Whether iAdvize documents that it shows Markdown as formatting. */
  documented: boolean;
}

export const CHANNELS: readonly Channel[] = [
  { id: "chat", name: msg`Chat`, documented: true },
  { id: "app", name: msg`Mobile app`, documented: true },
  { id: "messenger", name: msg({ message: "Messenger" }), documented: false },
  { id: "whatsapp", name: msg({ message: "WhatsApp" }), documented: false },
  { id: "sms", name: msg({ message: "SMS" }), documented: false },
  { id: "apple", name: msg({ message: "Apple Messages" }), documented: false },
  { id: "google", name: msg({ message: "Google Business Messages" }), documented: false },
  { id: "instagram", name: msg({ message: "Instagram" }), documented: false },
  { id: "twitter", name: msg({ message: "X (Twitter)" }), documented: false },
];
