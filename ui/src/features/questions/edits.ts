import type { AnswerType } from "../../bindings/AnswerType";
import type { ChoiceOption } from "../../bindings/ChoiceOption";
import type { Question } from "../../bindings/Question";
import type { QuestionSet } from "../../bindings/QuestionSet";

/** The greatest number that a marker can carry. */
const MOST = 9999;

/** What an edit made, and the place of the question to show then. */
export interface Edited {
  set: QuestionSet;
  at: number;
}

/** The number for a new question: after the greatest, else the least that is free. */
export function nextNumber({ questions }: QuestionSet): number {
  const taken = new Set(questions.map(({ number }) => number));
  const after = Math.max(0, ...questions.map(({ number }) => number || 0)) + 1;
  if (after <= MOST) return after;
  for (let number = 1; number <= MOST; number++) if (!taken.has(number)) return number;
  return MOST;
}

/** The wanted name if nobody has it, else the same with `_2`, `_3`, …. */
export function freeField(set: QuestionSet, wanted: string): string {
  const taken = new Set(set.questions.map(({ field }) => field));
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
  return name;
}

/** Whether a question still has the name it was made with. */
export const isMadeUpField = (field: string) => /^question_\d+(_\d+)?$/.test(field);

/** A new question below the one at this place. */
export function addBelow(set: QuestionSet, at: number): Edited {
  const number = nextNumber(set);
  const field = freeField(set, `question_${number}`);
  return insert(set, at + 1, { number, field, text: "", answer: { type: "text" } });
}

/** The same question once more, with a number and a field of its own. */
export function duplicate(set: QuestionSet, at: number): Edited {
  const question = set.questions[at];
  if (!question) return { set, at };
  const field = freeField(set, question.field);
  return insert(set, at + 1, { ...structuredClone(question), number: nextNumber(set), field });
}

export function insert(set: QuestionSet, at: number, question: Question): Edited {
  const place = Math.min(Math.max(at, 0), set.questions.length);
  return { set: { ...set, questions: set.questions.toSpliced(place, 0, question) }, at: place };
}

export function remove(set: QuestionSet, at: number): Edited {
  if (!set.questions[at]) return { set, at };
  const questions = set.questions.toSpliced(at, 1);
  return { set: { ...set, questions }, at: Math.min(at, questions.length - 1) };
}

/** Moves a question; numbers stay, since they stand in iAdvize's messages. */
export function move(set: QuestionSet, from: number, to: number): Edited {
  const question = set.questions[from];
  const place = Math.min(Math.max(to, 0), set.questions.length - 1);
  if (!question || place === from) return { set, at: from };
  const questions = set.questions.toSpliced(from, 1).toSpliced(place, 0, question);
  return { set: { ...set, questions }, at: place };
}

/** What to change; `undefined` takes it away. */
type Change<T> = { [K in keyof T]?: T[K] | undefined };

/** Fields that say what goes without saying are left out, as in the files. */
function tidy<T extends object>(value: T, change: Change<T>): T {
  const entries = Object.entries({ ...value, ...change }).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as T;
}

export function setDetails(set: QuestionSet, change: Change<QuestionSet>): QuestionSet {
  return tidy(set, change);
}

export function setQuestion(set: QuestionSet, at: number, change: Change<Question>): QuestionSet {
  const question = set.questions[at];
  if (!question) return set;
  const plain: Change<Question> = { ...change };
  if (plain.capture === "reply") plain.capture = undefined;
  if (plain.repeat === "last") plain.repeat = undefined;
  if (plain.required === false) plain.required = undefined;
  if (plain.texts && Object.keys(plain.texts).length === 0) plain.texts = undefined;
  return { ...set, questions: set.questions.with(at, tidy(question, plain)) };
}

/** The wording in a language; `undefined` takes it away. */
export function setWording(
  set: QuestionSet,
  at: number,
  language: string,
  wording: string | undefined,
): QuestionSet {
  const texts: Change<Record<string, string>> = { ...set.questions[at]?.texts };
  if (wording === undefined) delete texts[language];
  else texts[language] = wording;
  return setQuestion(set, at, { texts: texts as Record<string, string> });
}

/** An answer of this type, with no options yet where it has some. */
export function answerOf(type: AnswerType["type"]): AnswerType {
  return type === "choice" ? { type, options: [] } : { type };
}

/** A choice with a new value: visitors still say the old one, so it stays as a word of theirs. */
export function keepOldValue(option: ChoiceOption, old: string): ChoiceOption {
  const plain = (word: string) => word.trim().toLowerCase();
  const labels = option.labels ?? [];
  const known = [option.value, ...labels].some((word) => plain(word) === plain(old));
  if (known || !plain(old) || !plain(option.value)) return option;
  return { ...option, labels: [...labels, old.trim()] };
}
