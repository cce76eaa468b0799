import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What iAdvize calls the things attached to a message, where they carry no words of their own. */
export const ATTACHMENTS: Record<string, MessageDescriptor | undefined> = {
  File: msg`A file`,
  FileBundle: msg`Several files`,
  Image: msg`An image`,
  Link: msg`A link`,
  Card: msg`A card`,
  CardBundle: msg`Several cards`,
  ProductOffer: msg`A product offer`,
  ProductOfferBundle: msg`Several product offers`,
  QuickReplyMenu: msg`A choice of replies`,
  ConversationPushedSystem: msg`The conversation began`,
  ConversationClosedSystem: msg`The conversation was closed`,
  TransferredToRoutingRuleSystem: msg`Transferred to another team`,
  TransferredToUserSystem: msg`Transferred to another agent`,
  NavigationChangedSystem: msg`The visitor moved to another page`,
};
