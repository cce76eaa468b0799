//! What stands beside digits and makes something else of them than a postcode.

use std::ops::Range;

use super::super::figures;
use super::super::list::List;
use super::super::locale::Locale;
use super::super::words::words;

/// Words before a number that it is the reference of, folded.
static REFERENCES: List = List::new(
    "commande dossier contrat ref reference client cliente facture devis ticket sinistre police \
    order account policy invoice booking claim case quote customer kundennummer kundennr \
    vertragsnummer vertragsnr auftragsnummer bestellnummer rechnungsnummer auftrag bestellung \
    vertrag rechnung pedido contrato factura expediente poliza presupuesto ordine contratto \
    pratica fattura polizza preventivo siret siren iban code pin matricule abonne adherent colis \
    suivi reservation lot parcelle digicode badge identifiant id membership tracking parcel mitglied \
    mitgliedsnummer sendung sendungsnummer buchung buchungsnummer reserva socio abonado envio \
    prenotazione tessera abbonato spedizione",
);

/// Words before a sum, folded: what follows is money even without its sign.
static SUMS: List = List::new(
    "budget prix loyer apport salaire revenu revenus price rent income salary deposit preis miete \
    gehalt einkommen precio alquiler sueldo ingresos presupuesto prezzo affitto stipendio reddito max \
    maxi maximum",
);

/// What ends the name of an American street, which the number of a house goes before.
static STREETS: List =
    List::new("st street ave avenue rd road blvd boulevard dr drive ln lane way ct court pl place");

/// Words for a number that refers to something.
static NUMBER: List = List::new("n nr num numero number nummer");

/// Words that may stand between: `commande numéro 45678`, `order number is 45678`.
static LINKS: List = List::new("n no nr numero number nummer num is est ist es e");

/// What a code is called that is a postcode.
static POSTAL: List = List::new("postal postale postcode post zip cp cap plz");

/// Words before a year.
static SINCE: List = List::new(
    "en depuis annee an since in from year seit im jahr baujahr jahrgang born geboren nel dal del anno desde ano",
);

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
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let near = last_words(before);
    figures::is_unit(after)
        || names_reference(before, &near)
        || near.first().is_some_and(|word| SUMS.has(word))
        || is_house(after, locale)
        || names_year(text, range, || near)
        || is_abroad(before, locale)
}

/// The last three words before a place, the nearest first.
fn last_words(before: &str) -> Vec<String> {
    let from = before.char_indices().rev().nth(LOOK_BACK).map_or(0, |(at, _)| at);
    let near = before[from..].rsplit(['\n', '.', ',', ';', '!', '?']).next().unwrap_or_default();
    words(near).into_iter().rev().map(|word| word.folded).take(3).collect()
}

fn is_house(after: &str, locale: &Locale) -> bool {
    if locale.region != "US" {
        return false;
    }
    let near = after.char_indices().nth(LOOK_BACK).map_or(after, |(at, _)| &after[..at]);
    let near = near.split([',', '\n', '.']).next().unwrap_or_default();
    words(near).iter().skip(1).take(3).any(|word| STREETS.has(&word.folded))
}

/// Whether a folded word is the name of something that is filed under a number.
pub(crate) fn is_reference_word(word: &str) -> bool {
    REFERENCES.has(word)
}

/// Whether what comes next is the reference of something.
pub(crate) fn is_reference(before: &str) -> bool {
    names_reference(before, &last_words(before))
}

fn names_reference(before: &str, near: &[String]) -> bool {
    let word = near.iter().find(|word| !LINKS.has(word));
    let is_numbered = near.first().is_some_and(|word| NUMBER.has(word));
    let is_of = word.is_some_and(|word| REFERENCES.has(word));
    // A postal code is a code too.
    before.trim_end().ends_with('#')
        || (is_numbered || is_of) && !near.iter().any(|word| POSTAL.has(word))
}

/// Whether four digits are the year since which something is.
pub(crate) fn is_year(text: &str, range: &Range<usize>) -> bool {
    names_year(text, range, || last_words(&text[..range.start]))
}

fn names_year(text: &str, range: &Range<usize>, near: impl FnOnce() -> Vec<String>) -> bool {
    let year = text[range.clone()].parse::<u32>().unwrap_or_default();
    range.len() == 4
        && (1900..=2050).contains(&year)
        && !text[range.end..].trim_start().starts_with(char::is_uppercase)
        && near().first().is_some_and(|word| SINCE.has(word))
}

fn is_abroad(before: &str, locale: &Locale) -> bool {
    let Some(prefix) = before.strip_suffix('-') else { return false };
    let letters = prefix.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let region = PREFIXES.iter().find(|(known, _)| *known == letters).map(|(_, region)| *region);
    region.is_some_and(|region| !locale.region.is_empty() && region != locale.region)
}
