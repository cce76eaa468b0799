//! The words by which a question tells what it asks for, in French, English, German, Spanish and
//! Italian; folded: lower-case, without accents and punctuation.

pub(super) const EMAIL: &[&str] = &[
    "email",
    "emails",
    "e mail",
    "mail",
    "courriel",
    "adresse mail",
    "emailadresse",
    "mailadresse",
    "correo",
    "correo electronico",
    "posta elettronica",
];

pub(super) const PHONE: &[&str] = &[
    "telephone",
    "tel",
    "numero de portable",
    "phone",
    "mobile number",
    "telefon",
    "telefonnummer",
    "handynummer",
    "rufnummer",
    "mobilnummer",
    "telefono",
    "movil",
    "cellulare",
];

pub(super) const POSTCODE: &[&str] = &[
    "code postal",
    "codes postaux",
    "postcode",
    "post code",
    "postal code",
    "zip",
    "zip code",
    "plz",
    "postleitzahl",
    "codigo postal",
    "codice postale",
];

pub(super) const URL: &[&str] = &[
    "site web",
    "site internet",
    "website",
    "web site",
    "url",
    "webseite",
    "internetseite",
    "sitio web",
    "pagina web",
    "sito web",
    "sito internet",
];

pub(super) const DATE: &[&str] = &[
    "quand",
    "date",
    "quel jour",
    "when",
    "which day",
    "what day",
    "wann",
    "datum",
    "welchem tag",
    "cuando",
    "fecha",
    "que dia",
    "quando",
    "che giorno",
    "quale giorno",
    "quale data",
    "che data",
    "data di",
    "data del",
    "data della",
    "data prevista",
];

pub(super) const AMOUNT: &[&str] = &[
    "budget",
    "prix",
    "montant",
    "price",
    "amount",
    "preis",
    "betrag",
    "presupuesto",
    "precio",
    "importe",
    "prezzo",
    "importo",
];

/// A number *of* things. A customer's or an order's number is a name with figures: text. (And
/// `nombre de` alone is Spanish for the name of something.)
pub(super) const NUMBER: &[&str] = &[
    "combien",
    "quel age",
    "le nombre",
    "quel nombre",
    "nombre de personnes",
    "nombre total",
    "how many",
    "how much",
    "how old",
    "number of",
    "wie viele",
    "wieviele",
    "wie viel",
    "wieviel",
    "wie alt",
    "anzahl",
    "cuantos",
    "cuantas",
    "cuanto",
    "cuanta",
    "quanti",
    "quante",
    "quanto",
    "quanta",
];

/// What begins a question that is answered with yes or no.
pub(super) const YES_NO: &[&str] = &[
    "etes vous",
    "avez vous",
    "est ce que vous",
    "souhaitez vous",
    "voulez vous",
    "disposez vous",
    "acceptez vous",
    "do you",
    "are you",
    "have you",
    "did you",
    "would you",
    "is it",
    "is your",
    "haben sie",
    "sind sie",
    "mochten sie",
    "wollen sie",
    "ist ihr",
    "ist ihre",
    "tiene",
    "es usted",
    "esta usted",
    "ha",
    "quiere",
    "desea",
    "ha gia",
    "avete",
    "e gia",
    "lei e",
    "desidera",
    "vuole",
];

/// What stands before a way to be reached that is not asked for itself.
pub(super) const BY: &[&str] = &["par", "by", "via", "per", "por"];

/// What makes a question one between two things.
pub(super) const OR: &[&str] = &["ou", "or", "oder", "o", "u", "oppure"];

/// What joins the parts of one answer, or announces an example: no options.
pub(super) const NO_OPTIONS: &[&str] = &[
    "et",
    "and",
    "und",
    "y",
    "e",
    "ex",
    "exemple",
    "example",
    "eg",
    "z b",
    "beispiel",
    "ejemplo",
    "esempio",
    "etc",
    "merci",
    "please",
    "bitte",
    "por favor",
];

/// What asks for all the parts of a thing.
pub(super) const ALL_PARTS: &[&str] = &[
    "adresse",
    "address",
    "anschrift",
    "direccion",
    "indirizzo",
    "coordonnees",
    "contact",
    "kontaktdaten",
    "nom",
    "name",
    "nombre",
    "nome",
    "dimensions",
    "masse",
];

/// The two replies to a yes or no question.
pub(super) const YES: &[&str] = &["oui", "yes", "ja", "si"];
pub(super) const NO: &[&str] = &["non", "no", "nein"];
