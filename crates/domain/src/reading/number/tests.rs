use super::super::locale::Locale;
use super::super::value::Amount;
use super::*;

fn locale(language: &str, region: &str, currency: &str) -> Locale {
    Locale {
        language: language.to_owned(),
        region: region.to_owned(),
        currency: currency.to_owned(),
    }
}

fn said<'a>(text: &'a str, locale: &'a Locale) -> Said<'a> {
    Said::new(text, Some("2026-03-02"), locale)
}

#[track_caller]
fn numbers(locale: &Locale, cases: &[(&str, &[(f64, &str)])]) {
    for (text, expected) in cases {
        let found = read(&said(text, locale), &Stretches::default(), &Asked::default());
        let found: Vec<(Value, &str)> =
            found.into_iter().map(|found| (found.value, &text[found.range])).collect();
        let expected: Vec<(Value, &str)> =
            expected.iter().map(|(value, on)| (Value::Number(Number(*value)), *on)).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

/// Each amount as `25000 EUR`; a weak one with `?` after it.
#[track_caller]
fn amounts(locale: &Locale, cases: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in cases {
        let found = read_amounts(&said(text, locale), &Stretches::default());
        let found: Vec<(String, &str)> = found
            .into_iter()
            .map(|found| {
                let Value::Amount(Amount { amount, currency }) = found.value else {
                    panic!("no amount")
                };
                let doubt = if found.sureness == Sureness::Weak { "?" } else { "" };
                (format!("{amount} {currency}{doubt}"), &text[found.range])
            })
            .collect();
        let expected: Vec<(String, &str)> =
            expected.iter().map(|(value, on)| ((*value).to_owned(), *on)).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn x11_numbers() {
    numbers(
        &locale("fr", "FR", "EUR"),
        &[
            ("3", &[(3.0, "3")]),
            ("3 enfants", &[(3.0, "3")]),
            ("25 000", &[(25000.0, "25 000")]),
            ("25\u{a0}000", &[(25000.0, "25\u{a0}000")]),
            ("25\u{202f}000", &[(25000.0, "25\u{202f}000")]),
            ("25.000", &[(25000.0, "25.000")]),
            ("25.000,50", &[(25000.5, "25.000,50")]),
            ("25,000.50", &[(25000.5, "25,000.50")]),
            ("25 000,50", &[(25000.5, "25 000,50")]),
            ("1.234.567", &[(1234567.0, "1.234.567")]),
            ("1 234 567,89", &[(1234567.89, "1 234 567,89")]),
            ("25'000", &[(25000.0, "25'000")]),
            ("25k", &[(25000.0, "25k")]),
            ("25 K", &[(25000.0, "25 K")]),
            ("1,5 million", &[(1500000.0, "1,5 million")]),
            ("25 mille", &[(25000.0, "25 mille")]),
            ("2 Milliarden", &[(2e9, "2 Milliarden")]),
            ("1,5", &[(1.5, "1,5")]),
            ("1.5", &[(1.5, "1.5")]),
            ("0,125", &[(0.125, "0,125")]),
            ("1,250", &[(1.25, "1,250")]),
            ("-5", &[(-5.0, "-5")]),
            ("80m2", &[(80.0, "80")]),
            ("80 m²", &[(80.0, "80")]),
            ("12%", &[(12.0, "12")]),
            ("2 000 3", &[(2000.0, "2 000"), (3.0, "3")]),
            ("entre 20 et 25", &[(20.0, "20"), (25.0, "25")]),
            ("20-25", &[(20.0, "20"), (25.0, "25")]),
            ("3.", &[(3.0, "3")]),
            ("3, merci", &[(3.0, "3")]),
            ("3ème", &[(3.0, "3")]),
            ("25 000 €", &[(25000.0, "25 000")]),
            ("75001", &[(75001.0, "75001")]),
        ],
    );
    numbers(
        &locale("en", "US", "USD"),
        &[
            ("25,000", &[(25000.0, "25,000")]),
            ("1.250", &[(1.25, "1.250")]),
            ("2 billion", &[(2e9, "2 billion")]),
        ],
    );
}

#[test]
fn x11_digits_that_are_no_number() {
    numbers(
        &locale("fr", "FR", "EUR"),
        &[
            ("", &[]),
            ("trois", &[]),
            ("T3", &[]),
            ("3x4", &[]),
            ("3D", &[]),
            ("14h30", &[]),
            ("14:30", &[]),
            ("1/2", &[]),
            ("24/7", &[]),
            ("1.2.3", &[]),
            ("192.168.1.10", &[]),
            ("007", &[]),
            ("1,00,000", &[]),
            ("25000,30000", &[]),
            ("12345678901234567890", &[]),
            ("06 12 34 56 78", &[]),
            ("+33 6 12 34 56 78", &[]),
            ("le 02/03/2026", &[]),
            ("12 mars 2026", &[]),
            ("mars 2026", &[]),
            ("a1@b2.fr", &[]),
            ("https://a.fr/25", &[]),
            ("75001 Paris", &[]),
            ("75001 paris", &[]),
            ("Paris 75001", &[]),
            ("à Vierzon 18100", &[]),
            ("Vierzon (18100)", &[]),
            ("18100 Vierzon", &[]),
            ("j'habite Vierzon 18100", &[]),
            ("2 billion", &[]),
            (".5", &[]),
        ],
    );
}

#[test]
fn x11_a_postcode_that_was_taken_is_no_number() {
    let text = "75001 et 3";
    let taken = Stretches::new(std::iter::once(0..5).collect());
    let found = read(&said(text, &locale("fr", "FR", "EUR")), &taken, &Asked::default());
    assert_eq!(found.len(), 1);
    assert_eq!(&text[found[0].range.clone()], "3");
}

#[test]
fn x11_amounts() {
    amounts(
        &locale("fr", "FR", "EUR"),
        &[
            ("environ 25 000 €", &[("25000 EUR", "25 000 €")]),
            ("25 k€", &[("25000 EUR", "25 k€")]),
            ("25k€", &[("25000 EUR", "25k€")]),
            ("25K", &[("25000 EUR?", "25K")]),
            ("$30k", &[("30000 USD", "$30k")]),
            ("1,5 million", &[("1500000 EUR?", "1,5 million")]),
            ("1,5 million d'euros", &[("1500000 EUR", "1,5 million d'euros")]),
            ("1.5M€", &[("1500000 EUR", "1.5M€")]),
            ("1,5 M€", &[("1500000 EUR", "1,5 M€")]),
            ("3m€", &[("3000000 EUR", "3m€")]),
            ("2,5 M", &[("2500000 EUR?", "2,5 M")]),
            ("30.000,- CHF", &[("30000 CHF", "30.000,- CHF")]),
            ("$20-30k", &[("20000 USD", "$20"), ("30000 USD", "$20-30k")]),
            ("20-25k", &[("20000 EUR?", "20"), ("25000 EUR?", "25k")]),
            ("entre 20 et 25k", &[("20000 EUR?", "20"), ("25000 EUR?", "25k")]),
            ("1 million 2", &[]),
            ("1 million 200 mille euros", &[]),
            ("3m x 4m", &[]),
            ("$20k-30k", &[("20000 USD", "$20k"), ("30000 EUR?", "30k")]),
            ("5 000 000 d'euros", &[("5000000 EUR", "5 000 000 d'euros")]),
            ("3 M. Dupont", &[]),
            ("2 millions de dollars", &[("2000000 USD", "2 millions de dollars")]),
            ("25 keur", &[("25000 EUR", "25 keur")]),
            ("25keur", &[("25000 EUR", "25keur")]),
            ("25000e", &[("25000 EUR", "25000e")]),
            ("25.000,50 euros", &[("25000.5 EUR", "25.000,50 euros")]),
            ("25,000.50 EUR", &[("25000.5 EUR", "25,000.50 EUR")]),
            ("EUR 25'000", &[("25000 EUR", "EUR 25'000")]),
            ("EUR25000", &[("25000 EUR", "EUR25000")]),
            ("CHF 1'200.-", &[("1200 CHF", "CHF 1'200")]),
            ("1200 francs suisses", &[("1200 CHF", "1200 francs suisses")]),
            ("£1,200", &[("1200 GBP", "£1,200")]),
            ("US$ 300", &[("300 USD", "US$ 300")]),
            ("1200 livres sterling", &[("1200 GBP", "1200 livres sterling")]),
            ("25€50", &[("25.5 EUR", "25€50")]),
            ("25,00 €", &[("25 EUR", "25,00 €")]),
            ("25,000 €", &[("25000 EUR", "25,000 €")]),
            ("0 €", &[("0 EUR", "0 €")]),
            ("25000", &[("25000 EUR?", "25000")]),
            ("3 enfants, 25 000 €", &[("25000 EUR", "25 000 €")]),
            ("20 000 à 25 000 €", &[("20000 EUR?", "20 000"), ("25000 EUR", "25 000 €")]),
            ("20 000 € ou 25 000 €", &[("20000 EUR", "20 000 €"), ("25000 EUR", "25 000 €")]),
            ("25000 sur 20 ans", &[("25000 EUR?", "25000")]),
            ("25000 Euros", &[("25000 EUR", "25000 Euros")]),
            ("Budget 25000", &[("25000 EUR?", "Budget 25000".trim_start_matches("Budget "))]),
            ("25000 TTC", &[("25000 EUR?", "25000")]),
            ("25000 € à Paris", &[("25000 EUR", "25000 €")]),
        ],
    );
    amounts(&locale("en", "CA", "CAD"), &[("$30k", &[("30000 CAD", "$30k")])]);
    amounts(&locale("fr", "CH", "CHF"), &[("1200 francs", &[("1200 CHF", "1200 francs")])]);
    amounts(
        &locale("it", "IT", "EUR"),
        &[
            ("25 mila euro", &[("25000 EUR", "25 mila euro")]),
            ("200000 e 250000 euro", &[("200000 EUR?", "200000"), ("250000 EUR", "250000 euro")]),
        ],
    );
    amounts(
        &locale("de", "DE", "EUR"),
        &[
            ("25.000 Euro", &[("25000 EUR", "25.000 Euro")]),
            ("250 Tsd. €", &[("250000 EUR?", "250 Tsd")]),
            ("10000 Kilometer", &[]),
        ],
    );
    amounts(
        &locale("es", "ES", "EUR"),
        &[
            ("25 mil euros", &[("25000 EUR", "25 mil euros")]),
            ("2 millones de euros", &[("2000000 EUR", "2 millones de euros")]),
        ],
    );
}

#[test]
fn x11_what_is_no_amount() {
    amounts(
        &locale("fr", "FR", "EUR"),
        &[
            ("", &[]),
            ("pas cher", &[]),
            ("80 m2", &[]),
            ("20 ans", &[]),
            ("10 %", &[]),
            ("3e étage", &[]),
            ("75001 Paris", &[]),
            ("06 12 34 56 78", &[]),
            ("30000 francs", &[]),
            ("le 02/03/2026", &[]),
            ("25€50€", &[("25 EUR", "25€"), ("50 EUR", "50€")]),
        ],
    );
}

#[test]
fn x11_capitals_tell_nothing_where_all_is_in_capitals() {
    amounts(
        &locale("fr", "FR", "EUR"),
        &[("JE PENSE METTRE 25000", &[("25000 EUR?", "25000")]), ("75001 PARIS", &[])],
    );
    amounts(
        &locale("en", "US", "USD"),
        &[("Beverly Hills, CA 90210 and 30k", &[("30000 USD?", "30k")])],
    );
}

#[test]
fn x11_the_number_that_was_asked_for() {
    for (question, text, expected) in [
        ("Verbrauch letztes Jahr in kWh?", "laut Rechnung 3.400 kWh für 4 Personen", 3400.0),
        ("How much storage do you want, in GB?", "the 256gb one, 2 of them", 256.0),
        ("Combien de personnes ?", "on est 4 personnes dans 90 m2", 4.0),
        ("Kilométrage ?", "120 000 km, de 2015", 120_000.0),
        ("How many seats do you need?", "35 seats on 2 floors", 35.0),
        ("¿Cuántas personas?", "somos 5 personas y 2 perros", 5.0),
        ("Quante persone?", "siamo in 6 persone, 3 notti", 6.0),
        ("Combien de pièces ?", "12 000 € pour 3", 3.0),
    ] {
        let locale = locale("de", "DE", "EUR");
        let asked = Asked::new(question, &std::collections::BTreeMap::new());
        let mut found = read(&said(text, &locale), &Stretches::default(), &asked);
        found.retain(|found| found.sureness > Sureness::Weak);
        let values: Vec<Value> = found.into_iter().map(|found| found.value).collect();
        assert_eq!(values, [Value::Number(Number(expected))], "{text:?}");
    }
}

#[test]
fn x11_the_number_of_a_model_is_none() {
    let locale = locale("fr", "FR", "EUR");
    for text in ["une clio 4", "iphone 15", "BMW 320", "un 1.6 tdci", "peugeot 3008"] {
        numbers(&locale, &[(text, &[])]);
        amounts(&locale, &[(text, &[])]);
    }
    numbers(&locale, &[("clio de 2018", &[(2018.0, "2018")]), ("68,5mq", &[(68.5, "68,5")])]);
    amounts(&locale, &[("une peugeot 208 à 9000 €", &[("9000 EUR", "9000 €")])]);
}

#[test]
fn x11_english_millions() {
    let locale = locale("en", "GB", "GBP");
    amounts(
        &locale,
        &[
            ("1.5m max, cash", &[("1500000 GBP?", "1.5m")]),
            ("about 2m", &[("2000000 GBP?", "2m")]),
            ("3m long", &[]),
            ("a 3m x 2m room", &[]),
        ],
    );
}

#[test]
fn x11_what_is_beside_the_point() {
    let locale = locale("fr", "FR", "EUR");
    for (text, expected) in [
        ("4, à partir du 12 mars", 4.0),
        ("50 salariés, dont 20% à mi-temps", 50.0),
        ("on est 4 depuis 2015", 4.0),
        ("we are 4, on the 2nd floor", 4.0),
        ("12, rappelez-moi à 20 Uhr", 12.0),
        ("somos 6, llame a las 8", 6.0),
        ("siamo in 6, chiami alle 8", 6.0),
        ("4, June 12th", 4.0),
    ] {
        let mut found = read(&said(text, &locale), &Stretches::default(), &Asked::default());
        found.retain(|found| found.sureness > Sureness::Weak);
        let values: Vec<Value> = found.into_iter().map(|found| found.value).collect();
        assert_eq!(values, [Value::Number(Number(expected))], "{text:?}");
    }
    numbers(&locale, &[("ma commande n° 482136", &[]), ("le 3e", &[(3.0, "3")])]);
    amounts(&locale, &[("j'attends 3 devis", &[]), ("80 max", &[("80 EUR?", "80")])]);
    amounts(&locale, &[("pour le 15 mars, 1500", &[("1500 EUR?", "1500")]), ("Haus Nr. 12", &[])]);
    let after = [("25000 EUR?", "25k")];
    amounts(&locale, &[("25k 06 12 34 56 78", &after), ("25k 75001 Paris", &after)]);
    amounts(&locale, &[("1 million 200 mille", &[]), ("1 million 200 000", &[])]);
    amounts(&locale, &[("né en 1980", &[]), ("n°12", &[]), ("COVID-19", &[]), ("2e étage", &[])]);
    amounts(&locale, &[("commande 482136", &[]), ("le 12 mars", &[])]);
}

#[test]
fn x11_how_many_is_not_answered_by_a_moment() {
    let locale = locale("fr", "FR", "EUR");
    for (question, text) in [
        ("How many guests?", "I'll tell you on the 15th"),
        ("How many guests?", "will know in 2027"),
        ("Combien d'invités ?", "je vous dis ça le 15"),
        ("¿Cuántos alumnos?", "te lo digo el 15"),
        ("Quanti allievi?", "lo so il 15"),
        ("Wie viele Gäste?", "sage ich am 15."),
        ("How many guests?", "about 20% of them"),
        ("Wie viele Zimmer?", "4. Stock"),
        ("Combien de salariés ?", "COVID-19"),
        ("Combien de salariés ?", "n°3"),
        ("Wie alt?", "Jahrgang 1980"),
        ("How many bedrooms?", "we're at number 14"),
        ("Quanti locali?", "trilocale 85 mq"),
        ("Kilométrage ?", "c'est une 308 de 2015"),
        ("Mileage?", "it's a 2019 model"),
        ("Chilometraggio?", "è una Alfa 147"),
    ] {
        let asked = Asked::new(question, &std::collections::BTreeMap::new());
        let found = read(&said(text, &locale), &Stretches::default(), &asked);
        assert_eq!(found, [], "{text:?}");
    }
}

#[test]
fn x11_what_is_measured_is_told_by_its_unit() {
    let locale = locale("fr", "FR", "EUR");
    for (question, text, expected) in [
        ("Kilométrage ?", "une 308 de 2015, 98 000 km", 98000.0),
        ("Kilométrage ?", "2015", 2015.0),
        ("Combien de kilomètres ?", "85 km", 85.0),
        ("Kilometerstand?", "85 tkm", 85000.0),
        ("Combien de fenêtres ?", "7 (dont 2 baies)", 7.0),
        ("Combien de pièces ?", "4 pièces de 90 m2", 4.0),
        ("¿De qué año es?", "del 2023", 2023.0),
        ("Year?", "in 1998", 1998.0),
    ] {
        let asked = Asked::new(question, &std::collections::BTreeMap::new());
        let mut found = read(&said(text, &locale), &Stretches::default(), &asked);
        if found.len() > 1 {
            found.retain(|found| found.sureness > Sureness::Weak);
        }
        let values: Vec<Value> = found.into_iter().map(|found| found.value).collect();
        assert_eq!(values, [Value::Number(Number(expected))], "{question} {text:?}");
    }
}

#[test]
fn x11_thousands_and_millions_that_are_not_the_same_everywhere() {
    amounts(
        &locale("en", "GB", "GBP"),
        &[
            ("25 grand max", &[("25000 GBP?", "25 grand")]),
            ("1.5 mil", &[("1500000 GBP?", "1.5 mil")]),
            ("60,000ish", &[("60000 GBP?", "60,000")]),
            ("£1,500pcm", &[("1500 GBP", "£1,500")]),
            ("$1.2MM", &[("1200000 USD", "$1.2MM")]),
        ],
    );
    amounts(&locale("es", "ES", "EUR"), &[("25 mil", &[("25000 EUR?", "25 mil")])]);
    amounts(
        &locale("de", "DE", "EUR"),
        &[("250T€", &[("250000 EUR", "250T€")]), ("250 TEUR", &[("250000 EUR", "250 TEUR")])],
    );
}

#[test]
fn x11_sizes_are_no_numbers() {
    let locale = locale("en", "GB", "GBP");
    for text in ["12ft x 10ft", "3m x 4m", "3 x 4", "2 × 3 m"] {
        numbers(&locale, &[(text, &[])]);
    }
}
