//! What the readers find in each sample.

use super::*;

/// Status and notes of each question, by its number, for each kind.
const SHOWN: &[(SampleKind, [&str; 8])] = &[
    (SampleKind::Plain, ["answered"; 8]),
    (SampleKind::LongWinded, ["answered"; 8]),
    (
        SampleKind::SeveralFacts,
        [
            "answered",
            "answered",
            "answered",
            "answered",
            "answered",
            "answered",
            "answered",
            "not_asked",
        ],
    ),
    (
        SampleKind::Corrected,
        [
            "answered",
            "needs_review several_values",
            "answered",
            "needs_review several_values",
            "answered",
            "answered",
            "answered",
            "answered",
        ],
    ),
    (SampleKind::BotToAgent, ["answered"; 8]),
    (
        SampleKind::AskedTwice,
        [
            "answered",
            "answered asked_again",
            "answered",
            "answered",
            "answered",
            "answered",
            "answered",
            "answered",
        ],
    ),
    (
        SampleKind::Skipped,
        [
            "answered",
            "answered",
            "answered",
            "unanswered",
            "answered",
            "not_asked",
            "not_asked",
            "not_asked",
        ],
    ),
    (
        SampleKind::PastedMarker,
        [
            "answered",
            "answered",
            "answered",
            "answered",
            "answered",
            "not_asked",
            "not_asked",
            "not_asked",
        ],
    ),
    (
        SampleKind::AttachmentsOnly,
        [
            "needs_review attachment_only",
            "needs_review attachment_only",
            "answered",
            "not_asked",
            "not_asked",
            "not_asked",
            "not_asked",
            "needs_review attachment_only",
        ],
    ),
];

#[test]
fn each_kind_shows_what_it_is_there_for() {
    assert_eq!(SHOWN.len(), KINDS.len());
    for (kind, expected) in SHOWN {
        for (sample, answers) in of(*kind) {
            let shown: Vec<String> = answers.iter().map(shows).collect();
            assert_eq!(shown, expected, "{}", sample.id);
        }
    }
}

#[test]
fn short_and_long_answers_read_as_they_are_meant() {
    for (id, expected) in [
        (
            "fr/plain",
            "purchase 250000,EUR 69003 +33199001234 camille.roussel@example.com 2026-09-15 false",
        ),
        (
            "en/plain",
            "purchase 350000,GBP M1-4BT +442079460812 hannah.clarke@example.com 2026-09-15 false",
        ),
        (
            "de/plain",
            "purchase 350000,EUR 50667 +493023125012 jana.hoffmann@example.com 2026-09-15 false",
        ),
        (
            "es/plain",
            "purchase 250000,EUR 28013 +34612345012 carmen.ibanez@example.com 2026-09-15 false",
        ),
        (
            "it/plain",
            "purchase 250000,EUR 20121 +393471234512 chiara.moretti@example.com 2026-09-15 false",
        ),
        (
            "fr/long_winded",
            "purchase 320000,EUR 35000 +33199004567 thomas.lemoine@example.org 2026-08-28 false",
        ),
        (
            "en/long_winded",
            "purchase 425000,GBP BS6-5TW +442079460457 oliver.bennett@example.org 2026-08-28 false",
        ),
        (
            "de/long_winded",
            "purchase 420000,EUR 04109 +493023125457 tobias.lehmann@example.org 2026-08-28 false",
        ),
        (
            "es/long_winded",
            "purchase 320000,EUR 46001 +34612345457 andres.molina@example.org 2026-08-28 false",
        ),
        (
            "it/long_winded",
            "purchase 320000,EUR 40121 +393471234457 davide.colombo@example.org 2026-08-28 false",
        ),
        (
            "fr/several_facts",
            "rent 1100,EUR 44000 +33199007701 ines.marchal@example.net 2026-10-03 true",
        ),
        (
            "en/several_facts",
            "rent 1100,GBP LS6-3HN +442079460770 priya.shah@example.net 2026-10-03 true",
        ),
        (
            "de/several_facts",
            "rent 1100,EUR 01067 +493023125770 ines.maurer@example.net 2026-10-03 true",
        ),
        (
            "es/several_facts",
            "rent 1100,EUR 41001 +34612345770 ines.marquez@example.net 2026-10-03 true",
        ),
        (
            "it/several_facts",
            "rent 1100,EUR 50121 +393471234770 ines.marini@example.net 2026-10-03 true",
        ),
    ] {
        let sample = shipped().iter().find(|sample| sample.id == id).unwrap();
        let values: Vec<String> = read(sample).answers.iter().take(7).map(value).collect();
        let values = values.join("|").replace(' ', "-").replace('|', " ");
        let values = values.replace("{amount:", "").replace("currency:", "").replace('}', "");
        assert_eq!(values, expected, "{id}");
    }
}
