import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { FindingCode } from "../bindings/FindingCode";
import type { FixCode } from "../bindings/FixCode";

interface Told {
  what: MessageDescriptor;
  why: MessageDescriptor;
}

const UNREADABLE = msg`The set can’t be used while a part of it can’t be read.`;

/**
 * What is found in a set, and why it matters, in the admin's words. Each place of a sentence is
 * one of the finding's values; `place` is where another question or choice stands, from 1.
 */
export const FINDINGS: Record<FindingCode, Told> = {
  not_json: {
    what: msg`This is not a file of questions`,
    why: msg`Nothing of it can be read.`,
  },
  not_an_object: { what: msg`This part of the file is of the wrong kind`, why: UNREADABLE },
  not_a_list: { what: msg`There should be a list here`, why: UNREADABLE },
  not_text: { what: msg`There should be words here`, why: UNREADABLE },
  not_true_or_false: { what: msg`This can only be yes or no`, why: UNREADABLE },
  not_a_whole_number: {
    what: msg({ message: "Give a whole number from {least} to {most}" }),
    why: UNREADABLE,
  },
  not_a_language: {
    what: msg({ message: "“{found}” is no language code" }),
    why: msg`A language is known by its code alone, whatever its name.`,
  },
  not_a_country: { what: msg({ message: "“{found}” is no country code" }), why: UNREADABLE },
  not_a_currency: { what: msg({ message: "“{found}” is no currency code" }), why: UNREADABLE },
  not_one_of: {
    what: msg({ message: "“{found}” is not known here; it can be {known}" }),
    why: UNREADABLE,
  },
  missing: { what: msg`Something is missing here`, why: UNREADABLE },
  empty: { what: msg`This is empty`, why: UNREADABLE },
  number_taken: {
    what: msg({ message: "Question {place} in the list has the number {number} too" }),
    why: msg`The number alone says which question a message asks.`,
  },
  field_taken: {
    what: msg({ message: "Question {place} in the list is called “{field}” too" }),
    why: msg`Two answers can’t be written to one field of the lead.`,
  },
  no_options: {
    what: msg`There is nothing to choose yet`,
    why: msg`No answer could ever be read.`,
  },
  value_taken: {
    what: msg({ message: "Choice {place} is “{value}” too" }),
    why: msg`The lead could not say which of the two was chosen.`,
  },
  unknown_field: {
    what: msg({ message: "Leadbridge doesn’t know “{what}” and leaves it out" }),
    why: msg`It may be something that is known, misspelt.`,
  },
  no_effect: {
    what: msg({ message: "“{what}” does nothing here: only a choice has it" }),
    why: msg`The answer is read as if it were not there.`,
  },
  nothing_to_ask: {
    what: msg`There is no question yet`,
    why: msg`A conversation gives no answer to a set without questions.`,
  },
  numbers_skipped: {
    what: msg({ message: "No question has the number {missing}" }),
    why: msg`A question may have been lost. If it was retired, all is well: leave its number unused, since new numbers need new markers everywhere in iAdvize.`,
  },
  numbers_out_of_order: {
    what: msg({ message: "Question {number} stands after question {other}" }),
    why: msg`Answers are listed by number, and bots are set up in the order of the list.`,
  },
  field_alike: {
    what: msg({ message: "“{field}” reads like “{other_field}” of question {place} in the list" }),
    why: msg`People and destinations take the two for one.`,
  },
  text_empty: {
    what: msg`The question has no words yet`,
    why: msg`There is nothing to enter in iAdvize, nor to show beside the answer.`,
  },
  text_under_language: {
    what: msg({ message: "The words stand under {language}, the set’s own language" }),
    why: msg`Lists and previews show the words of the question itself.`,
  },
  required_without_text: {
    what: msg`Required, but without words in any language`,
    why: msg`A lead needs an answer that nobody can ask for.`,
  },
  own_marker: {
    what: msg`The words contain the marker, which is added anyway`,
    why: msg`Typed by hand it can come to differ from the number.`,
  },
  other_marker: {
    what: msg({ message: "The words contain the marker of question {other}" }),
    why: msg`The reply would count as an answer to that question too.`,
  },
  marker_look_alike: {
    what: msg({ message: "“{found}” looks like a marker but is none" }),
    why: msg`The visitor would see it, or Leadbridge would not.`,
  },
  begins_with_code: {
    what: msg`The words begin with a code sign`,
    why: msg`Right after the marker, it can make a chat show the marker.`,
  },
  unclosed: {
    what: msg({ message: "A {sign} is opened and never closed" }),
    why: msg`What follows in the chat may be taken for code or for a link.`,
  },
  long: {
    what: msg({ message: "{characters} characters with the marker; at most {most} are advised" }),
    why: msg`Long questions are read badly in a chat’s narrow column.`,
  },
  too_long: {
    what: msg({
      message: "{characters} characters with the marker; a bot can send at most {most}",
    }),
    why: msg`A bot refuses the message or cuts it off.`,
  },
  same_text: {
    what: msg({ message: "Asks the same as question {other_number}" }),
    why: msg`The visitor is asked twice, or one of the two was to ask something else.`,
  },
  variant_empty: {
    what: msg({ message: "The words in {language} are empty" }),
    why: msg`Empty words can’t be entered in iAdvize.`,
  },
  variant_missing: {
    what: msg({ message: "No words in {language}, while other questions have some" }),
    why: msg`The conversation would change its language at this question.`,
  },
  second_wording: {
    what: msg({ message: "A second text in {language}, the set’s own language" }),
    why: msg`Only the first one is used.`,
  },
  label_shared: {
    what: msg({ message: "“{label}” reads the same as “{other_label}” of choice {place}" }),
    why: msg`The reply could mean either, and a person has to look at each.`,
  },
  label_without_word: {
    what: msg({ message: "“{label}” has no word that could be found" }),
    why: msg`Replies are compared word by word: this one never matches.`,
  },
  label_is_place: {
    what: msg({ message: "“{label}” is also the place of another choice" }),
    why: msg`A number alone picks the choice at that place, but this word comes first: where the bot numbers its choices, the wrong one is read.`,
  },
  label_in_one_language: {
    what: msg({ message: "“{value}” has no other word, and this is asked in {language} too" }),
    why: msg`A visitor who is asked in that language may say it otherwise, and no answer would be read.`,
  },
  no_email_question: {
    what: msg`Nothing asks for an email or a phone number`,
    why: msg`Leads are matched by email. Without a question there is only what the visitor’s profile holds or what they happen to write.`,
  },
  language_missing: {
    what: msg({
      message: "The language is not given, and answers of these kinds need it: {types}",
    }),
    why: msg`It decides the order of day and month and which sign is the decimal one.`,
  },
  region_missing: {
    what: msg({ message: "The country is not given, and answers of these kinds need it: {types}" }),
    why: msg`Without it phone numbers are read only with their country prefix, and postcodes of every known form are taken.`,
  },
  currency_missing: {
    what: msg({
      message: "The currency is not given, and answers of these kinds need it: {types}",
    }),
    why: msg`Without it an amount needs its currency beside it.`,
  },
};

/** What each fix does, as its button says it. */
export const FIXES: Record<FixCode, MessageDescriptor> = {
  give_number: msg({ message: "Give it number {next}" }),
  renumber: msg({ message: "Renumber 1 to {count} (the markers in iAdvize must follow)" }),
  sort: msg`Sort the list by number`,
  name: msg({ message: "Call it “{suggested}”" }),
  remove_markers: msg`Take it out of the words`,
  remove_label: msg`Remove this word`,
  remove_text: msg`Remove these words`,
  move_text: msg`Move them to the question itself`,
  remove_setting: msg`Remove it`,
  read_as_text: msg`Read the answer as text`,
  add_email_question: msg({ message: "Add the question “{text}”" }),
};
