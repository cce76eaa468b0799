import type { Answer } from "../../bindings/Answer";
import type { AnswerReasons } from "../../bindings/AnswerReasons";
import type { ConversationDetail } from "../../bindings/ConversationDetail";
import type { MessageView } from "../../bindings/MessageView";
import { SAMPLE_SET } from "./question-set";
import type { Line, Read, Script } from "./script";

const HOUR = 3_600_000;
const MARKER = /\[\]\(Q(\d+)\) ?/g;

/** The conversation that the engine would show for a script. */
export function compose(script: Script, now: number): ConversationDetail {
  const closed = now - script.hoursAgo * HOUR;
  const began = closed - script.lines.length * 40_000;
  const messages = script.lines.map((line, index) => message(script.id, line, index, began));
  const answers = SAMPLE_SET.questions.map(({ number, field }) =>
    answer(number, field, script.answers[number], messages),
  );
  const visitor = [script.firstName, script.lastName].filter(Boolean).join(" ");
  const spoken = messages.filter((each) => each.side !== "system");
  return {
    row: {
      id: script.id,
      created_at: new Date(began).toISOString(),
      closed_at: new Date(closed).toISOString(),
      channel: script.channel ?? "CHAT",
      language: script.language,
      project: script.project,
      visitor: visitor || null,
      email: script.email ?? null,
      snippet:
        spoken.find((each) => each.side === "visitor" && each.text)?.text.slice(0, 120) ?? "",
      messages: spoken.length,
      questions: answers.length,
      answered: answers.filter((each) => each.status === "answered").length,
      needs_review: answers.filter((each) => ["needs_review", "invalid"].includes(each.status))
        .length,
      lead: script.lead,
    },
    messages,
    reading: {
      conversation_id: script.id,
      question_set: SAMPLE_SET.name,
      email: script.email ? { value: script.email, source: script.emailSource ?? "visitor" } : null,
      answers,
    },
    reasons: reasonsOf(answers),
    accounts: [],
    question_set: SAMPLE_SET,
    read_with: { id: "home-loan", name: SAMPLE_SET.name, number: 1, in_use: true },
    lead: null,
    tags: script.tags ?? [],
  };
}

/** Why, as far as the sample data tells. */
function reasonsOf(answers: readonly Answer[]): AnswerReasons[] {
  return answers.flatMap(({ number, status }) =>
    status === "answered" ? [{ number, reasons: [{ kind: "read_after_question" }] }] : [],
  );
}

function message(id: string, line: Line, index: number, began: number): MessageView {
  const [who, text, attachments] = line;
  return {
    id: `${id}-m${index + 1}`,
    at: new Date(began + index * 38_000).toISOString(),
    side: who === "Visitor" ? "visitor" : who === "System" ? "system" : "operator",
    author: who,
    text,
    markers: [...text.matchAll(MARKER)].map((found) => {
      const start = Array.from(text.slice(0, found.index)).length;
      return { number: Number(found[1]), start, end: start + found[0].trimEnd().length };
    }),
    attachments: [...(attachments ?? [])],
  };
}

function answer(
  number: number,
  field: string,
  read: Read | undefined,
  messages: MessageView[],
): Answer {
  const askings = messages.flatMap((each, at) =>
    each.markers.some((marker) => marker.number === number) ? [at] : [],
  );
  const asked = askings.at(-1);
  if (!read || asked === undefined) {
    const status = asked === undefined ? "not_asked" : "unanswered";
    return {
      number,
      field,
      status,
      value: null,
      raw: "",
      confidence: 0,
      evidence: [],
      candidates: [],
      notes: [],
    };
  }
  const evidence = [read.on ?? []].flat().flatMap((words) => find(words, messages.slice(asked)));
  const said = messages.filter((each) => evidence.some((span) => span.message_id === each.id));
  return {
    number,
    field,
    status: read.status ?? "answered",
    value: read.value,
    raw: read.raw ?? said.map((each) => each.text).join("\n"),
    confidence: read.confidence ?? 0.9,
    evidence,
    candidates: read.candidates ?? [],
    notes: read.notes ?? [],
  };
}

/** Where the visitor said these words, in code points as the engine counts. */
function find(words: string, messages: readonly MessageView[]): Answer["evidence"] {
  const said = messages.find((each) => each.side === "visitor" && each.text.includes(words));
  if (!said) return [];
  const start = Array.from(said.text.slice(0, said.text.indexOf(words))).length;
  return [{ message_id: said.id, start, end: start + Array.from(words).length }];
}
