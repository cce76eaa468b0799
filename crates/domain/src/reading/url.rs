//! Web addresses.

use super::found::Found;
use super::links::Kind;
use super::list::List;
use super::said::Said;
use super::value::Value;

/// Endings by which a host without `www.` or a scheme is known for one.
const ENDINGS: [&str; 27] = [
    "com", "fr", "org", "net", "eu", "io", "co", "uk", "ch", "lu", "ca", "info", "biz", "app",
    "dev", "shop", "store", "online", "agency", "at", "nl", "pl", "pt", "cat", "paris", "swiss",
    "berlin",
];

/// Endings that are words too: a sentence that goes on without a space (`maison.de plus`) must
/// not become an address, so these count only where nothing but punctuation follows in the line.
const WORDS: [&str; 9] = ["de", "it", "es", "me", "be", "to", "us", "tv", "ai"];

/// Endings of files that people name (`devis.pdf`).
static FILES: List =
    List::new("pdf jpg jpeg png gif webp doc docx xls xlsx odt txt csv zip mp4 html htm php");

/// The addresses in a text, as written.
///
/// With a scheme it must be one a browser opens. Without, the host must start with `www.`, have a
/// well-known ending, or be all that was written, punctuation aside.
pub(crate) fn read(said: &Said<'_>) -> Vec<Found> {
    let text = said.text();
    let urls = said.links().iter().filter(|link| link.kind == Kind::Url);
    let accepted = urls.filter(|link| {
        let after = &text[link.range.end..];
        let next = after.find(|c: char| c == '\n' || c.is_alphanumeric());
        let parted = after.starts_with([',', ';', ')', '!']);
        let ends = parted || next.is_none_or(|next| after[next..].starts_with('\n'));
        let is_rest = |part: &str| !part.contains(char::is_alphanumeric);
        let alone = is_rest(&text[..link.range.start]) && is_rest(after);
        is_address(&text[link.range.clone()], ends, alone)
    });
    accepted
        .map(|link| link.range.clone())
        .map(|range| Found::plain(Value::Text(text[range.clone()].to_owned()), range))
        .collect()
}

fn is_address(url: &str, ends: bool, alone: bool) -> bool {
    if let Some((scheme, _)) = url.split_once("://") {
        return ["http", "https", "ftp"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    }
    let host = url.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    let known = is_ending(ending)
        || !host.contains(char::is_lowercase) && is_ending(&ending.to_lowercase())
        || ends && WORDS.contains(&ending) && host.len() > ending.len() + 3
        || host.get(..4).is_some_and(|www| www.eq_ignore_ascii_case("www."));
    let named = ending.len() >= 2 && ending.chars().all(char::is_alphabetic);
    known || alone && named && !FILES.has(&ending.to_lowercase())
}

/// Whether hosts end so.
pub(super) fn is_ending(ending: &str) -> bool {
    ENDINGS.contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::super::locale::Locale;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let locale = Locale::default();
        let found = read(&Said::new(text, None, &locale));
        let on: Vec<&str> = found.iter().map(|found| &text[found.range.clone()]).collect();
        assert_eq!(on, expected, "{text:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!(found.value, Value::Text((*expected).to_owned()), "{text:?}");
        }
    }

    #[test]
    fn x13_url_is_as_written() {
        check("https://Example.com/Page?x=1#a", &["https://Example.com/Page?x=1#a"]);
        check("voir www.example.com/a_(b)", &["www.example.com/a_(b)"]);
        check("monsite.fr", &["monsite.fr"]);
        check("c'est monsite.fr/contact voilà", &["monsite.fr/contact"]);
        for text in
            ["laden.de", "laden.de!", "« laden.de »", "(laden.de)", "unsere Seite: laden.de"]
        {
            check(text, &["laden.de"]);
        }
        check("nuestra web es clinica-sol.es.", &["clinica-sol.es"]);
        check("c'est EXEMPLE.COM voilà", &["EXEMPLE.COM"]);
        check("exemple.fr.Merci", &["exemple.fr"]);
        check("voir https://www.exemple.fr.Merci", &["https://www.exemple.fr"]);
        check("https://exemple.fr/a.Merci", &["https://exemple.fr/a.Merci"]);
        check("il sito è officina.it\ngrazie", &["officina.it"]);
        check("https://a.fr et http://b.fr:8080/x", &["https://a.fr", "http://b.fr:8080/x"]);
    }

    #[test]
    fn x13_punctuation_and_brackets_around_a_url_are_not_part_of_it() {
        for text in [
            "https://a.fr/x.",
            "(https://a.fr/x)",
            "<https://a.fr/x>",
            "« https://a.fr/x »",
            "“https://a.fr/x”",
            "https://a.fr/x, merci",
            "https://a.fr/x!",
            "https://a.fr/x…",
            "[site](https://a.fr/x)",
            "https://a.fr/x\u{a0}!",
            "\"https://a.fr/x\"",
            "https://a.fr/x😊",
        ] {
            check(text, &["https://a.fr/x"]);
        }
    }

    #[test]
    fn what_is_no_url() {
        for text in [
            "",
            "bonjour",
            "C'est fini.Je pars",
            "Bonjour.Ca va",
            "devis.pdf",
            "une maison.de plus",
            "tu l'as.es tu là",
            "une offre. de plus",
            "1.5",
            "12.03.2026",
            "a@b.fr",
            "ssh://a.fr",
            "etc...",
        ] {
            check(text, &[]);
        }
    }
}
