use super::super::locale::Locale;
use super::*;

#[track_caller]
fn check(language: &str, region: &str, cases: &[(&str, &[(&str, &str)])]) {
    let locale =
        Locale { language: language.to_owned(), region: region.to_owned(), ..Locale::default() };
    for (text, expected) in cases {
        let found = read(&Said::new(text, Some("2026-03-02T23:30:00-05:00"), &locale));
        let found: Vec<(Value, &str)> =
            found.into_iter().map(|found| (found.value, &text[found.range])).collect();
        let expected: Vec<(Value, &str)> =
            expected.iter().map(|(value, on)| (Value::Text((*value).to_owned()), *on)).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn x12_in_figures() {
    check(
        "fr",
        "FR",
        &[
            ("2026-04-05", &[("2026-04-05", "2026-04-05")]),
            ("2026-04-05T10:00:00Z", &[("2026-04-05", "2026-04-05")]),
            ("2026/4/5", &[("2026-04-05", "2026/4/5")]),
            ("le 05/04/2026.", &[("2026-04-05", "05/04/2026")]),
            ("5.4.2026", &[("2026-04-05", "5.4.2026")]),
            ("05-04-2026, merci", &[("2026-04-05", "05-04-2026")]),
            ("05/04/26", &[("2026-04-05", "05/04/26")]),
            ("né le 12/05/85", &[("1985-05-12", "12/05/85")]),
            (
                "du 01/04/2026 au 08/04/2026",
                &[("2026-04-01", "01/04/2026"), ("2026-04-08", "08/04/2026")],
            ),
        ],
    );
    check("en", "US", &[("04/05/2026", &[("2026-04-05", "04/05/2026")]), ("13/04/2026", &[])]);
    check("en", "GB", &[("04/05/2026", &[("2026-05-04", "04/05/2026")])]);
    check("fr", "US", &[("04/05/2026", &[("2026-05-04", "04/05/2026")])]);
}

#[test]
fn x12_in_figures_that_stand_apart() {
    check(
        "fr",
        "FR",
        &[
            ("12 / 05 / 2026", &[("2026-05-12", "12 / 05 / 2026")]),
            ("le 12. 5. 2026", &[("2026-05-12", "12. 5. 2026")]),
            ("12 05 2026", &[("2026-05-12", "12 05 2026")]),
            ("12 - 05 - 26", &[]),
            ("12 05 26", &[]),
            ("06 12 05 2026", &[]),
            ("12 05 2026 11", &[]),
            ("entre 2 et 3 000", &[]),
        ],
    );
}

#[test]
fn x12_a_day_that_is_turned_down_is_not_meant() {
    for (language, text, expected) in [
        ("fr", "pas demain", None),
        ("fr", "pas aujourd'hui, demain", Some("2026-03-03")),
        ("fr", "pourquoi pas demain", Some("2026-03-03")),
        ("fr", "non demain", Some("2026-03-03")),
        ("fr", "pas avant demain", Some("2026-03-03")),
        ("en", "not today", None),
        ("en", "not until tomorrow", Some("2026-03-03")),
        ("de", "heute nicht", None),
        ("de", "nicht heute, morgen", Some("2026-03-03")),
        ("es", "hoy no, mañana", Some("2026-03-03")),
        ("es", "no, mañana", Some("2026-03-03")),
        ("it", "non oggi", None),
        ("it", "no, domani", Some("2026-03-03")),
    ] {
        let locale = Locale { language: language.to_owned(), ..Locale::default() };
        let found = read(&Said::new(text, Some("2026-03-02"), &locale));
        let found: Vec<Value> = found.into_iter().map(|found| found.value).collect();
        let expected: Vec<Value> =
            expected.into_iter().map(|day| Value::Text(day.to_owned())).collect();
        assert_eq!(found, expected, "{language} {text:?}");
    }
}

#[test]
fn x12_no_date_in_figures() {
    check(
        "fr",
        "FR",
        &[
            ("", &[]),
            ("31/02/2026", &[]),
            ("04/13/2026", &[]),
            ("29/02/2025", &[]),
            ("12/03", &[]),
            ("06.12.34.56.78", &[]),
            ("192.168.1.10", &[]),
            ("1.2.3", &[]),
            ("le 15 mars, 1500 €", &[]),
            ("01/02-2026", &[]),
            ("a01/02/2026", &[]),
            ("01/02/20261", &[]),
            ("01/02/0026", &[]),
            ("1/2/2026/3", &[]),
            ("99999999999999/1/1", &[]),
        ],
    );
}

#[test]
fn x12_month_names_in_five_languages() {
    check(
        "fr",
        "FR",
        &[
            ("le 12 mars 2026", &[("2026-03-12", "12 mars 2026")]),
            ("1er août 2026", &[("2026-08-01", "1er août 2026")]),
            ("1ER AOUT 2026", &[("2026-08-01", "1ER AOUT 2026")]),
            ("3 févr. 2026", &[("2026-02-03", "3 févr. 2026")]),
            ("March 12, 2026", &[("2026-03-12", "March 12, 2026")]),
            ("12th of March 2026", &[("2026-03-12", "12th of March 2026")]),
            ("Mar 3rd, 2026", &[("2026-03-03", "Mar 3rd, 2026")]),
            ("am 12. März 2026", &[("2026-03-12", "12. März 2026")]),
            ("12. Maerz 2026", &[("2026-03-12", "12. Maerz 2026")]),
            ("12 de marzo de 2026", &[("2026-03-12", "12 de marzo de 2026")]),
            ("12 de septiembre del 2026", &[("2026-09-12", "12 de septiembre del 2026")]),
            ("1º maggio 2026", &[("2026-05-01", "1º maggio 2026")]),
            ("1° luglio 2026", &[("2026-07-01", "1° luglio 2026")]),
            ("31 février 2026", &[]),
            ("le 12 mars", &[]),
            ("mars 2026", &[]),
            ("12 pommes 2026", &[]),
            ("12 ; mars ; 2026", &[]),
        ],
    );
}

#[test]
fn x12_today_and_the_days_around_it() {
    check(
        "fr",
        "FR",
        &[
            ("aujourd'hui", &[("2026-03-02", "aujourd'hui")]),
            ("Aujourd’hui !", &[("2026-03-02", "Aujourd’hui")]),
            ("demain matin", &[("2026-03-03", "demain")]),
            ("hier soir", &[("2026-03-01", "hier")]),
            ("après-demain", &[("2026-03-04", "après-demain")]),
            ("avant-hier", &[("2026-02-28", "avant-hier")]),
            ("today or tomorrow", &[("2026-03-02", "today"), ("2026-03-03", "tomorrow")]),
            ("the day after tomorrow", &[("2026-03-04", "the day after tomorrow")]),
            ("yesterday", &[("2026-03-01", "yesterday")]),
            ("hoy", &[("2026-03-02", "hoy")]),
            ("mañana por la mañana", &[("2026-03-03", "mañana")]),
            ("pasado mañana", &[("2026-03-04", "pasado mañana")]),
            ("ayer", &[("2026-03-01", "ayer")]),
            ("oggi", &[("2026-03-02", "oggi")]),
            ("domani", &[("2026-03-03", "domani")]),
            ("ieri", &[("2026-03-01", "ieri")]),
            ("lendemain", &[]),
        ],
    );
    check(
        "de",
        "DE",
        &[
            ("heute", &[("2026-03-02", "heute")]),
            ("morgen früh", &[("2026-03-03", "morgen")]),
            ("Morgen passt gut", &[("2026-03-03", "Morgen")]),
            ("Guten Morgen", &[]),
            ("heute Morgen", &[("2026-03-02", "heute")]),
            ("am Morgen", &[]),
            ("übermorgen", &[("2026-03-04", "übermorgen")]),
            ("gestern", &[("2026-03-01", "gestern")]),
            ("ich bin hier", &[]),
        ],
    );
}

#[test]
fn x12_without_a_date_of_the_message_there_is_no_today() {
    for at in [None, Some(""), Some("hier"), Some("2026-02-30T09:00:00Z")] {
        assert_eq!(read(&Said::new("demain", at, &Locale::default())), [], "{at:?}");
    }
}

#[test]
fn x12_to_take_leave_until_tomorrow_is_no_date() {
    for text in [
        "je demande à ma femme, à demain !",
        "ok merci a demain",
        "ne parlo con mia moglie, a domani ciao",
        "lo hablo con mi marido, hasta mañana 👋",
        "hasta mañana",
        "danke, bis morgen",
        "Bis morgen!",
        "talk to my wife first, see you tomorrow",
        "montag morgen geht immer",
        "el lunes mañana",
    ] {
        check("fr", "FR", &[(text, &[])]);
    }
    check(
        "fr",
        "FR",
        &[
            ("on peut reporter à demain", &[("2026-03-03", "demain")]),
            ("jusqu'à demain", &[("2026-03-03", "demain")]),
            ("possiamo rimandare a domani", &[("2026-03-03", "domani")]),
            ("tengo hasta mañana", &[("2026-03-03", "mañana")]),
            ("ich brauche es bis morgen", &[("2026-03-03", "morgen")]),
            ("I need it tomorrow", &[("2026-03-03", "tomorrow")]),
            ("demain à 9h", &[("2026-03-03", "demain")]),
        ],
    );
}

#[test]
fn x12_a_day_of_the_week_or_a_day_without_its_year_is_no_date() {
    for text in ["lundi", "next monday", "nächsten Dienstag", "el jueves", "giovedì prossimo"] {
        check("fr", "FR", &[(text, &[])]);
    }
    for text in ["12/03", "le 12 mars", "June 12th", "am 12. September", "dans 3 jours", "in 2027"]
    {
        check("fr", "FR", &[(text, &[])]);
    }
}
