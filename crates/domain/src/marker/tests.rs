use super::*;
use proptest::prelude::*;

fn numbers(text: &str) -> Vec<u32> {
    markers(text).iter().map(|marker| marker.number).collect()
}

#[track_caller]
fn check(cases: &[(&str, &[u32])]) {
    for (text, expected) in cases {
        assert_eq!(numbers(text), *expected, "{text:?}");
    }
}

#[test]
fn x2_markers() {
    check(&[
        ("[](Q1) Quel est votre budget ?", &[1]),
        ("Quel est votre budget ? [](Q1)", &[1]),
        ("[ ]( q12 )", &[12]),
        ("[](<Q3>)", &[3]),
        ("[](Q04)", &[4]),
        ("[](Q9999)", &[9999]),
        ("[](Q1 \"titre\")", &[1]),
        ("[](Q1 'titre')", &[1]),
        ("[\u{a0}\t](Q1)", &[1]),
        ("[&nbsp;](Q1)", &[1]),
        ("[&#8203;](Q1)", &[1]),
        ("[](&#81;1)", &[1]),
        ("[\n](Q1)", &[1]),
        ("[](Q1)[](Q2) et [](q3)", &[1, 2, 3]),
        ("**[](Q1) Budget**", &[1]),
        ("> [](Q1) Budget", &[1]),
        ("- [](Q1) a\n- [](Q2) b", &[1, 2]),
        ("# [](Q1) Budget", &[1]),
        ("1. [](Q1) Budget", &[1]),
        ("Bonjour\r\n\r\n[](Q1) Budget", &[1]),
        ("Voir [le site](https://example.com). [](Q1) Budget ?", &[1]),
        ("Bonjour\n    [](Q1) suite du paragraphe", &[1]),
        ("   [](Q1) trois espaces", &[1]),
        ("😀 [](Q1)", &[1]),
        ("\u{202b}[](Q1) ميزانية", &[1]),
        ("\\\\[](Q1)", &[1]),
        ("![image](a.png) [](Q1)", &[1]),
    ]);
}

#[test]
fn x2_zero_width_characters_do_not_matter() {
    check(&[
        ("\u{200b}[](Q1)\u{200b}", &[1]),
        ("[\u{200b}](Q1)", &[1]),
        ("[]\u{200b}(Q1)", &[1]),
        ("[](\u{200b}Q1)", &[1]),
        ("[](Q\u{200d}1\u{feff})", &[1]),
        ("[](\u{200b}<Q1>)", &[1]),
        ("\u{feff}[\u{200b}]\u{200c}(\u{2060}q\u{200b}1\u{200b}2\u{200b})", &[12]),
        ("\u{200b}    [](Q1) Budget", &[1]),
        ("Bonjour\n\u{200b}\n    [](Q1) Budget", &[1]),
        ("<a\u{200b} href=\"Q1\"></a>", &[1]),
        ("<a href=\"Q1\">\u{200b}</a>", &[1]),
        ("\u{200b}[](Q1) \u{200b}[]\u{200b}(Q2)", &[1, 2]),
    ]);
}

#[test]
fn x2_rendered_form() {
    check(&[
        ("<a href=\"Q1\"></a>Budget ?", &[1]),
        ("<a href='q7'> </a> Budget ?", &[7]),
        ("<A class=x HREF=Q2 disabled></A >", &[2]),
        ("<a\n  href = \"Q3\"></a>", &[3]),
        ("<p><a href=\"Q1\"></a>Budget ?</p>", &[1]),
        ("<div>\n<a href=\"Q1\"></a>\n<a href=\"Q2\"></a></div>", &[1, 2]),
        ("Bonjour <b><a href=\"Q1\"></a>Budget</b>", &[1]),
        ("<a href=\"Q1\">", &[]),
        ("<a href=\"Q1\">Budget</a>", &[]),
        ("<a href=\"Q1\"><b>x</b></a>", &[]),
        ("<a data-href=\"Q1\"></a>", &[]),
        ("<a href=\"Q1x\"></a>", &[]),
        ("<abbr href=\"Q1\"></abbr>", &[]),
        ("`<a href=\"Q1\"></a>`", &[]),
        ("<!-- <a href=\"Q1\"></a> -->", &[]),
        ("<pre><a href=\"Q1\"></a></pre>", &[]),
        ("    <a href=\"Q1\"></a>", &[]),
        ("\\<a href=\"Q1\"></a>", &[]),
        ("<div>[](Q1)</div>", &[]),
    ]);
}

#[test]
fn x2_not_markers() {
    check(&[
        ("[text](Q1)", &[]),
        ("![](Q1)", &[]),
        ("![ [](Q1) ](x.png)", &[]),
        ("\\[](Q1)", &[]),
        ("[\\](Q1)", &[]),
        ("[]\\(Q1)", &[]),
        ("[](Q0)", &[]),
        ("[](Q000)", &[]),
        ("[](Q10000)", &[]),
        ("[](Q99999999999999999999)", &[]),
        ("[](Q1x)", &[]),
        ("[](Q)", &[]),
        ("[](Q-1)", &[]),
        ("[](Q+1)", &[]),
        ("[](Q 1)", &[]),
        ("[](QQ1)", &[]),
        ("[](1)", &[]),
        ("[](#Q1)", &[]),
        ("[](./Q1)", &[]),
        ("[](https://example.com/Q1)", &[]),
        ("[](Q١)", &[]),
        ("[] (Q1)", &[]),
        ("[][Q1]", &[]),
        ("[]: Q1", &[]),
        ("[a]: Q1\n\n[a]", &[]),
        ("`[](Q1)`", &[]),
        ("``a ` [](Q1)``", &[]),
        ("```\n[](Q1)\n```", &[]),
        ("~~~\n[](Q1)", &[]),
        ("    [](Q1)", &[]),
        ("\t[](Q1)", &[]),
        ("[**b**](Q1)", &[]),
        ("[`c`](Q1)", &[]),
        ("[![](x.png)](Q1)", &[]),
        ("[](Q1", &[]),
        ("[(Q1)", &[]),
        ("", &[]),
    ]);
}

#[test]
fn x2_an_open_fence_in_one_place_leaves_the_marker_before_it() {
    check(&[("[](Q1) Collez votre code :\n```\n[](Q2)", &[1])]);
}

#[test]
fn offsets_count_characters_and_cover_the_marker() {
    for (text, expected) in [
        ("é😀 [](Q1) x", "[](Q1)"),
        ("\u{200b}[]\u{200b}(Q1)\u{200b} x", "[]\u{200b}(Q1)"),
        ("a <a href=\"Q1\"></a> b", "<a href=\"Q1\"></a>"),
        ("<p>é<a href=\"Q1\"></a> b</p>", "<a href=\"Q1\"></a>"),
    ] {
        let marker = markers(text)[0];
        let length = (marker.end - marker.start) as usize;
        let found: String = text.chars().skip(marker.start as usize).take(length).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn x3_the_question_as_shown() {
    for (text, expected) in [
        ("[](Q1) Quel est votre budget ?", "Quel est votre budget ?"),
        ("Quel est votre budget ?[](Q1)", "Quel est votre budget ?"),
        ("Bonjour, [](Q1) quel budget ?", "Bonjour, quel budget ?"),
        ("Bonjour[](Q1), quel budget ?", "Bonjour, quel budget ?"),
        ("[](Q1)[](Q2) Nom et email ?", "Nom et email ?"),
        ("\u{200b}[](Q1)\u{200b} Budget ?", "Budget ?"),
        ("Bonjour\n[](Q1) Budget ?", "Bonjour\nBudget ?"),
        ("<a href=\"Q1\"></a>Budget ?", "Budget ?"),
        ("[](Q1)", ""),
        ("`[](Q1)` reste", "`[](Q1)` reste"),
        (" sans marqueur ", " sans marqueur "),
    ] {
        assert_eq!(shown(text), expected, "{text:?}");
    }
}

proptest! {
    /// The short way to a marker leads where the parser leads.
    #[test]
    fn a_plain_marker_is_what_the_parser_sees(
        number in "[Qq]?[0-9]{0,5}",
        rest in r"[ \t\n\r>#*_~`\\!()&\]\[<:;=\-0-9a-cQé€\u{200b}|]{0,24}",
    ) {
        let text = format!("[]({number}){rest}");
        if let Some(plain) = plain_spot(&text) {
            let parsed = parsed_spots(&text).into_iter().map(|spot| (spot.number, spot.range));
            prop_assert_eq!(parsed.collect::<Vec<_>>(), [(plain.number, plain.range)]);
        }
    }
}
