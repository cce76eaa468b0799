import type { QuestionSet } from "../../bindings/QuestionSet";

/** The sample company lends money for homes, in five languages. */
export const SAMPLE_SET: QuestionSet = {
  name: "Home loan lead",
  language: "en",
  region: "FR",
  currency: "EUR",
  questions: [
    {
      number: 1,
      field: "budget",
      text: "What is your budget?",
      texts: {
        fr: "Quel est votre budget ?",
        de: "Wie hoch ist Ihr Budget?",
        es: "¿Cuál es su presupuesto?",
        it: "Qual è il suo budget?",
      },
      answer: { type: "amount" },
      required: true,
    },
    {
      number: 2,
      field: "project",
      text: "What is your project?",
      texts: {
        fr: "Quel est votre projet ?",
        de: "Was haben Sie vor?",
        es: "¿Cuál es su proyecto?",
        it: "Qual è il suo progetto?",
      },
      answer: {
        type: "choice",
        options: [
          {
            value: "purchase",
            labels: ["buy", "achat", "acheter", "kaufen", "comprar", "comprare"],
          },
          {
            value: "renovation",
            labels: ["renovate", "travaux", "renovieren", "reforma", "ristrutturare"],
          },
          {
            value: "refinance",
            labels: ["remortgage", "rachat de crédit", "umschulden", "refinanciar"],
          },
        ],
      },
      required: true,
    },
    {
      number: 3,
      field: "move_in",
      text: "When would you like to move in?",
      texts: {
        fr: "Quand souhaitez-vous emménager ?",
        de: "Wann möchten Sie einziehen?",
        es: "¿Cuándo desea mudarse?",
        it: "Quando vorrebbe trasferirsi?",
      },
      answer: { type: "date" },
    },
    {
      number: 4,
      field: "phone",
      text: "On which number can we reach you?",
      texts: {
        fr: "À quel numéro pouvons-nous vous joindre ?",
        de: "Unter welcher Nummer erreichen wir Sie?",
        es: "¿En qué número podemos localizarle?",
        it: "A quale numero possiamo contattarla?",
      },
      answer: { type: "phone" },
    },
    {
      number: 5,
      field: "owner",
      text: "Do you already own a home?",
      texts: {
        fr: "Êtes-vous déjà propriétaire ?",
        de: "Besitzen Sie bereits eine Immobilie?",
        es: "¿Ya es propietario?",
        it: "È già proprietario di una casa?",
      },
      answer: { type: "yes_no" },
    },
    {
      number: 6,
      field: "comment",
      text: "Is there anything else we should know?",
      texts: {
        fr: "Autre chose à nous préciser ?",
        de: "Gibt es noch etwas, das wir wissen sollten?",
        es: "¿Algo más que debamos saber?",
        it: "C’è altro che dovremmo sapere?",
      },
      answer: { type: "text" },
      capture: "until_next_question",
      repeat: "join",
    },
  ],
};

/** The wording of a question in a language, with its marker. */
export function ask(number: number, language: string): string {
  const question = SAMPLE_SET.questions.find((each) => each.number === number);
  return `[](Q${number}) ${question?.texts?.[language] ?? question?.text ?? ""}`;
}
