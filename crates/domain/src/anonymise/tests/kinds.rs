//! Each kind of what goes, in each language: that it goes, once, and nothing else does.

use super::*;

/// A kind with a text of each language; what goes stands between `{` and `}`.
const KINDS: &[(Kind, [(&str, &str); 5])] = &[
    (
        Kind::Name,
        [
            ("fr", "bonjour, je m'appelle {Hervé Quillebois} et je cherche un appartement"),
            ("en", "hi, my name is {Wilhelmina Braithwaite}, I am looking for a flat"),
            ("de", "Guten Tag, ich heiße {Jürgen Zwickelbauer} und suche eine Wohnung"),
            ("es", "hola, me llamo {Lucía Echegaray} y busco un piso"),
            ("it", "salve, mi chiamo {Giosuè Brambilla} e cerco un appartamento"),
        ],
    ),
    (
        Kind::Email,
        [
            ("fr", "écrivez-moi à {h.quillebois@orange.fr}, merci"),
            ("en", "just email {w_braithwaite88@hotmail.co.uk} please"),
            ("de", "gern an {j-zwickelbauer@gmx.de}!"),
            ("es", "mi correo es {l.echegaray@gmail} creo"),
            ("it", "scrivete a <{G.BRAMBILLA@LIBERO.IT}>"),
        ],
    ),
    (
        Kind::Phone,
        [
            ("fr", "au {06 12 34 56 78} après 18h"),
            ("en", "ring {07712 345678} after 5"),
            ("de", "mobil: {0151 23456789}"),
            ("es", "al {612 34 56 78} por la tarde"),
            ("it", "al {+39 347 123 4567} dopo le 18"),
        ],
    ),
    (
        Kind::Address,
        [
            ("fr", "j'habite au 14 bis rue des {Capucines}"),
            ("en", "we live at 17 {Marmaduke} Road"),
            ("de", "wir wohnen in der {Rebhuhn}straße 17"),
            ("es", "vivo en la calle {Gernikako} 5"),
            ("it", "abito in via {Pellegrini} 12"),
        ],
    ),
    (
        Kind::Postcode,
        [
            ("fr", "mon code postal est {69007}"),
            ("en", "near {BS6 5TW} please"),
            ("de", "die PLZ ist {79379}"),
            ("es", "código postal {48930}"),
            ("it", "il CAP è {20835}"),
        ],
    ),
    (
        Kind::Url,
        [
            ("fr", "voir https://{www.quillebois-plomberie}.fr/contact"),
            ("en", "it's on www.{braithwaite-bakery.co.uk} now"),
            ("de", "unsere Seite: {zwickelbauer-bau}.de"),
            ("es", "mire https://{echegaray.es/piso/48930}"),
            ("it", "il sito è www.{brambilla-serramenti}.it"),
        ],
    ),
    (
        Kind::Handle,
        [
            ("fr", "sur insta : @{quille_bois}"),
            ("en", "find me as @{braithwaite.w}"),
            ("de", "auf Insta @{zwickel_bauer}"),
            ("es", "en instagram soy @{echegaray_l}"),
            ("it", "su instagram @{brambilla_g}"),
        ],
    ),
    (
        Kind::Number,
        [
            ("fr", "mon iban FR{76 3000 6000 0112 3456 7890 189}"),
            ("en", "card {4970 1012 3456 7890}"),
            ("de", "Konto DE{89 3704 0044 0532 0130 00}"),
            ("es", "mi contrato es el {771203344591}"),
            ("it", "il codice cliente è {881203344591}"),
        ],
    ),
];

/// A text without its braces, and what stands between them.
fn parted(marked: &str) -> (String, &str) {
    let (before, rest) = marked.split_once('{').unwrap();
    let (inside, after) = rest.split_once('}').unwrap();
    (format!("{before}{inside}{after}"), inside)
}

#[test]
fn each_kind_goes_in_each_language() {
    for (kind, texts) in KINDS {
        for (language, marked) in texts {
            let (text, gone) = parted(marked);
            let played = check_reading(&chat(language, &[('V', text.clone())]), language, &text);
            assert_eq!(played.replaced, [(*kind, 1)].into(), "{text}\n{}", played.json);
            let stand_in = Conversation::from_json(&played.json).unwrap().messages[0].text.clone();
            assert!(!stand_in.contains(gone), "{stand_in}");
            let (before, after) = marked.split_once('{').unwrap();
            let after = after.split_once('}').unwrap().1;
            // A web address goes whole but for its form.
            if *kind != Kind::Url {
                assert!(stand_in.starts_with(before) && stand_in.ends_with(after), "{stand_in}");
            }
        }
    }
}

/// Towns go with their postcode, and wherever else they are named.
#[test]
fn towns_go_with_their_postcode() {
    for (language, code, elsewhere, town) in [
        ("fr", "69400 Villefranche", "plutôt vers Villefranche", "Villefranche"),
        ("en", "BS21 7TT Clevedon", "close to Clevedon", "Clevedon"),
        ("de", "wir wohnen in 79379 Müllheim", "gern rund um Müllheim", "Müllheim"),
        ("es", "48930 Getxo", "por Getxo", "Getxo"),
        ("it", "20900 Monza", "vicino a Monza", "Monza"),
    ] {
        let lines = [('V', code.to_owned()), ('V', elsewhere.to_owned())];
        let played = check_reading(&chat(language, &lines), language, code);
        let counts = [(Kind::Postcode, 1), (Kind::Town, 2)];
        assert_eq!(played.replaced, counts.into(), "{}", played.json);
        assert!(!played.json.contains(town), "{}", played.json);
        let texts = Conversation::from_json(&played.json).unwrap().messages;
        let last = |at: usize| texts[at].text.rsplit(' ').next().unwrap_or_default().to_owned();
        assert_eq!(last(0), last(1), "one town, one stand-in");
    }
}
