//! What the people of made conversations say.

/// What is said in one language. The answers are labels of the question set, in the order of its options.
pub(super) struct Phrases {
    pub(super) language: &'static str,
    pub(super) hello: &'static str,
    pub(super) project: (&'static str, [&'static str; 4]),
    pub(super) budget: (&'static str, [&'static str; 4]),
    pub(super) email: (&'static str, &'static str),
    pub(super) city: (&'static str, [&'static str; 4]),
    pub(super) thanks: &'static str,
}

/// One for each language.
pub(super) const PHRASES: [Phrases; 5] = [
    Phrases {
        language: "fr",
        hello: "Bonjour 👋",
        project: (
            "Quel est votre projet ?",
            ["refaire la cuisine", "une salle de bains", "un dressing", "le parquet du salon"],
        ),
        budget: (
            "Quel budget avez-vous prévu ?",
            ["moins de 5 000 €", "5 000 à 10 000", "10 000 à 20 000 je pense", "plus de 20 000"],
        ),
        email: ("Votre e-mail ?", "voilà :"),
        city: ("C'est pour quelle ville ?", ["Lyon", "Lille", "Brest", "Nice"]),
        thanks: "Merci, à très vite !",
    },
    Phrases {
        language: "en",
        hello: "Hello there!",
        project: (
            "What is your project?",
            ["a new kitchen", "the upstairs bathroom", "a fitted wardrobe", "oak flooring"],
        ),
        budget: (
            "What is your budget?",
            ["under 5,000", "5,000 to 10,000", "10,000 to 20,000 I guess", "over 20,000"],
        ),
        email: ("What is your email?", "sure,"),
        city: ("Which town is it for?", ["Leeds", "York", "Bath", "Hull"]),
        thanks: "Thanks, talk soon!",
    },
    Phrases {
        language: "de",
        hello: "Guten Tag!",
        project: (
            "Um welches Projekt geht es?",
            ["eine neue Küche", "das Badezimmer", "ein Schrank nach Maß", "Parkett im Flur"],
        ),
        budget: (
            "Welches Budget haben Sie eingeplant?",
            ["unter 5.000", "5.000 bis 10.000", "10.000 bis 20.000", "über 20.000 Euro"],
        ),
        email: ("Ihre E-Mail?", "gerne:"),
        city: ("In welcher Stadt wohnen Sie?", ["Köln", "Bremen", "Ulm", "Kiel"]),
        thanks: "Vielen Dank!",
    },
    Phrases {
        language: "es",
        hello: "¡Hola!",
        project: (
            "¿Cuál es tu proyecto?",
            ["la cocina entera", "el baño pequeño", "un armario empotrado", "cambiar el suelo"],
        ),
        budget: (
            "¿Qué presupuesto tienes?",
            ["menos de 5.000", "5.000 a 10.000", "de 10.000 a 20.000", "más de 20.000"],
        ),
        email: ("¿Cuál es tu correo electrónico?", "es"),
        city: ("¿En qué ciudad?", ["Sevilla", "Bilbao", "Vigo", "León"]),
        thanks: "¡Gracias!",
    },
    Phrases {
        language: "it",
        hello: "Buongiorno!",
        project: (
            "Che progetto hai in mente?",
            ["la cucina", "il bagno grande", "un armadio a muro", "il pavimento"],
        ),
        budget: (
            "Che budget hai previsto?",
            ["meno di 5.000", "da 5.000 a 10.000", "10.000 a 20.000", "oltre 20.000 euro"],
        ),
        email: ("Mi lascia la sua e-mail?", "certo,"),
        city: ("In che città?", ["Torino", "Bari", "Pisa", "Como"]),
        thanks: "Grazie, a presto!",
    },
];
