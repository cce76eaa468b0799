//! What stands beside digits and makes something else of them than a postcode.

use std::ops::Range;

use super::super::figures;
use super::super::locale::Locale;
use super::super::words::words;

/// Words before a number that it is the reference of, folded.
const REFERENCES: &str = " commande dossier contrat ref reference client cliente facture devis ticket sinistre police \
    order account policy invoice booking claim case quote customer kundennummer kundennr \
    vertragsnummer vertragsnr auftragsnummer bestellnummer rechnungsnummer auftrag bestellung \
    vertrag rechnung pedido contrato factura expediente poliza presupuesto ordine contratto \
    pratica fattura polizza preventivo siret siren iban code pin matricule abonne adherent colis \
    suivi reservation lot parcelle digicode badge identifiant id membership tracking parcel mitglied \
    mitgliedsnummer sendung sendungsnummer buchung buchungsnummer reserva socio abonado envio \
    prenotazione tessera abbonato spedizione ";

/// Words that may stand between: `commande numéro 45678`.
const NUMBER: &str = " n no nr numero number nummer num is est ist es e ";

/// Words before a year.
const SINCE: &str =
    " en depuis annee an since in from year seit im jahr baujahr nel dal del anno desde ano ";

/// Country prefixes of postcodes, and the region they are of.
const PREFIXES: [(&str, &str); 20] = [
    ("F", "FR"),
    ("FR", "FR"),
    ("D", "DE"),
    ("DE", "DE"),
    ("B", "BE"),
    ("BE", "BE"),
    ("CH", "CH"),
    ("A", "AT"),
    ("AT", "AT"),
    ("I", "IT"),
    ("IT", "IT"),
    ("E", "ES"),
    ("ES", "ES"),
    ("L", "LU"),
    ("LU", "LU"),
    ("NL", "NL"),
    ("P", "PT"),
    ("PL", "PL"),
    ("CZ", "CZ"),
    ("DK", "DK"),
];

/// Characters of the last few words, which are enough to look back.
const LOOK_BACK: usize = 50;

/// Whether digits in the form of a postcode are clearly none of the region.
pub(super) fn is_other(text: &str, range: &Range<usize>, locale: &Locale) -> bool {
    let written = &text[range.clone()];
    if !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    figures::is_unit(&text[range.end..])
        || is_reference(&text[..range.start])
        || is_year(text, range)
        || is_abroad(&text[..range.start], locale)
}

/// The last words before a place, the nearest first.
fn last_words(before: &str) -> Vec<String> {
    let from = before.char_indices().rev().nth(LOOK_BACK).map_or(0, |(at, _)| at);
    let near = before[from..].rsplit(['\n', '.', ',', ';', '!', '?']).next().unwrap_or_default();
    words(near).into_iter().rev().map(|word| word.folded).take(3).collect()
}

/// Whether what comes next is the reference of something.
pub(crate) fn is_reference(before: &str) -> bool {
    if before.trim_end().ends_with('#') {
        return true;
    }
    let is = |list: &str, word: &String| list.contains(&format!(" {word} "));
    let words = last_words(before);
    let word = words.iter().find(|word| !is(NUMBER, word));
    // A postal code is a code too.
    let is_postal = |word: &String| is(" postal postale postcode post zip cp cap plz ", word);
    let is_numbered = words.first().is_some_and(|word| is(" n nr num numero number nummer ", word));
    (is_numbered || word.is_some_and(|word| is(REFERENCES, word))) && !words.iter().any(is_postal)
}

/// Whether four digits are the year since which something is.
pub(crate) fn is_year(text: &str, range: &Range<usize>) -> bool {
    let year = text[range.clone()].parse::<u32>().unwrap_or_default();
    if range.len() != 4 || !(1900..=2050).contains(&year) {
        return false;
    }
    let since = last_words(&text[..range.start]);
    !text[range.end..].trim_start().starts_with(char::is_uppercase)
        && since.first().is_some_and(|word| SINCE.contains(&format!(" {word} ")))
}

fn is_abroad(before: &str, locale: &Locale) -> bool {
    let Some(prefix) = before.strip_suffix('-') else { return false };
    let letters = prefix.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let region = PREFIXES.iter().find(|(known, _)| *known == letters).map(|(_, region)| *region);
    region.is_some_and(|region| !locale.region.is_empty() && region != locale.region)
}
