import { ask } from "./question-set";
import type { Script } from "./script";

const PEOPLE = [
  [
    "fr",
    "Prêt immobilier France",
    "Louis Garnier",
    "je vise 260 000 €",
    "260 000 €",
    "un achat",
    "achat",
  ],
  ["en", "Home loans UK", "Emily Carter", "about £410,000", "£410,000", "to buy a house", "buy"],
  [
    "de",
    "Baufinanzierung",
    "Felix Braun",
    "rund 380.000 €",
    "380.000 €",
    "wir wollen kaufen",
    "kaufen",
  ],
  ["es", "Hipotecas España", "Carmen Ruiz", "unos 150.000 €", "150.000 €", "comprar", "comprar"],
  ["it", "Mutui Italia", "Paolo Conti", "sui 175.000 €", "175.000 €", "comprare casa", "comprare"],
  ["fr", "Prêt immobilier France", "Inès Robert", "70 000 €", "70 000 €", "des travaux", "travaux"],
  [
    "en",
    "Home loans UK",
    "Oliver Hughes",
    "£95,000 at most",
    "£95,000",
    "renovate a kitchen",
    "renovate",
  ],
  [
    "de",
    "Baufinanzierung",
    "Marie Hoffmann",
    "ca. 520.000 €",
    "520.000 €",
    "Haus kaufen",
    "kaufen",
  ],
  ["es", "Hipotecas España", "Diego Navarro", "220.000 €", "220.000 €", "una reforma", "reforma"],
  ["it", "Mutui Italia", "Chiara Greco", "310.000 €", "310.000 €", "comprare", "comprare"],
] as const;

const VALUES = {
  achat: "purchase",
  buy: "purchase",
  kaufen: "purchase",
  comprar: "purchase",
  comprare: "purchase",
  travaux: "renovation",
  renovate: "renovation",
  reforma: "renovation",
} as const;

/** Many plain conversations, so that the lists are as long as on a working day. */
export function moreScripts(count: number): Script[] {
  return Array.from({ length: count }, (_, index) => plain(index));
}

function plain(index: number): Script {
  const person = PEOPLE[index % PEOPLE.length] ?? PEOPLE[0];
  const [language, project, name, said, words, goal, label] = person;
  const [firstName = "", lastName = ""] = name.split(" ");
  const serial = index.toString(16).padStart(12, "0");
  const withEmail = index % 7 !== 3;
  const address = `${firstName}.${lastName}`
    .normalize("NFD")
    .replace(/[^A-Za-z.]/g, "")
    .toLowerCase();
  return {
    id: `70000000-0000-4000-8000-${serial}`,
    language,
    project,
    firstName,
    lastName,
    ...(withEmail ? { email: `${address}${index > 9 ? index : ""}@example.com` } : {}),
    hoursAgo: 52 + index * 3.7,
    lines: [
      ["Bot", ask(1, language)],
      ["Visitor", said],
      ["Bot", ask(2, language)],
      ["Visitor", goal],
    ],
    answers: {
      1: {
        value: {
          amount: words.replace(/[^0-9]/g, ""),
          currency: words.includes("£") ? "GBP" : "EUR",
        },
        on: words,
        confidence: 0.97,
      },
      2: { value: VALUES[label], on: label, confidence: 0.95 },
    },
    lead: withEmail ? "sent" : "no_email",
    ...(withEmail ? { record: String(51_839_000 - index) } : {}),
  };
}
