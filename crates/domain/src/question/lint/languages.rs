//! Languages under another name than their code.

use super::super::language::canonical;
use crate::reading::label_key;

/// What each language is called in the five languages and in its own, and its longer codes.
const NAMES: &[(&str, &str)] = &[
    ("ar", "arabic arabe arabisch arabo ara"),
    ("ca", "catalan katalanisch català catalano cat"),
    ("da", "danish danois dänisch danés danese dansk dan"),
    ("de", "german allemand deutsch alemán tedesco deu ger"),
    ("en", "english anglais englisch inglés inglese eng"),
    ("es", "spanish espagnol spanisch español castellano spagnolo spa"),
    ("fi", "finnish finnois finnisch finlandés finlandese suomi fin"),
    ("fr", "french français französisch francés francese fra fre"),
    ("it", "italian italien italienisch italiano ita"),
    ("nl", "dutch néerlandais niederländisch neerlandés olandese nederlands nld dut"),
    ("pl", "polish polonais polnisch polaco polacco polski pol"),
    ("pt", "portuguese portugais portugiesisch portugués portoghese português por"),
    ("ro", "romanian roumain rumänisch rumano rumeno română ron rum"),
    ("ru", "russian russe russisch ruso russo русский rus"),
    ("sv", "swedish suédois schwedisch sueco svedese svenska swe"),
    ("tr", "turkish turc türkisch turco türkçe tur"),
    ("zh", "chinese chinois chinesisch chino cinese 中文 zho chi"),
];

/// The code of a language that goes by another name: `fr` of `French`.
pub(super) fn code_of(name: &str) -> Option<&'static str> {
    let wanted = label_key(name);
    let called = |names: &str| names.split(' ').any(|name| label_key(name) == wanted);
    let found = NAMES.iter().find(|(_, names)| !wanted.is_empty() && called(names));
    found.map(|(code, _)| *code)
}

/// Whether this can be a language's code (BCP 47): `fr`, `pt_BR`, `zh-Hant`, `es-419`, `gsw`.
pub(super) fn is_code(code: &str) -> bool {
    let code = canonical(code);
    let mut parts = code.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && code_of(language).is_none()
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names() {
        for (name, is, code) in [
            ("fr", true, None),
            ("FR_ch", true, None),
            ("zh-Hant", true, None),
            ("es-419", true, None),
            ("gsw", true, None),
            ("fra", false, Some("fr")),
            ("french", false, Some("fr")),
            (" Français ", false, Some("fr")),
            ("ESPANOL", false, Some("es")),
            ("中文", false, Some("zh")),
            ("klingon", false, None),
            ("f", false, None),
            ("fr-", false, None),
            ("", false, None),
            ("--", false, None),
            ("été", false, None),
        ] {
            assert_eq!((is_code(name), code_of(name)), (is, code), "{name:?}");
        }
    }

    #[test]
    fn each_name_is_one_languages_and_no_code() {
        let mut all: Vec<String> = Vec::new();
        for (code, names) in NAMES {
            assert!(is_code(code), "{code}");
            let mut names: Vec<String> = names.split(' ').map(label_key).collect();
            assert!(names.iter().all(|name| code_of(name) == Some(code)), "{names:?}");
            names.sort();
            names.dedup();
            all.extend(names);
        }
        all.sort();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
    }
}
