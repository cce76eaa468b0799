//! What a question asks the number of.

use std::collections::BTreeMap;

use super::super::list::List;
use super::super::postcode;
use super::super::words::{Word, folded, words};

/// The things a question counts, by the words of its texts.
#[derive(Default)]
pub(crate) struct Asked {
    named: Vec<String>,
    how_many: bool,
    /// Whether it asks for the number something is filed under.
    reference: bool,
    /// The rows of [`MEASURES`] it asks for.
    measures: Vec<usize>,
}

/// How a question asks for a count, folded.
const HOW_MANY: [&str; 14] = [
    "how many",
    "number of",
    "combien",
    "nombre de",
    "nombre d",
    "wie viel",
    "wieviel",
    "anzahl",
    "cuantos",
    "cuantas",
    "numero de",
    "quanti",
    "quante",
    "numero di",
];

/// Units, and what is measured in them, folded: `kilométrage` asks for km.
const MEASURES: [(&str, &str); 10] = [
    (
        "km kms kilometres kilometer kilometros chilometri miles",
        "kilometrage mileage kilometerstand laufleistung chilometraggio kilometraje",
    ),
    (
        "m2 qm mq sqm metres metros metri meter sqft",
        "m2 surface superficie flache wohnflache area metratura size",
    ),
    (
        "ans an years year yrs jahre jahr anos ano anni anno",
        "age old alter alt edad eta duree dauer laufzeit duracion durata",
    ),
    (
        "personnes personne pers people persons person personen personas persona persone pax ppl",
        "personnes people travellers voyageurs reisende viajeros viaggiatori",
    ),
    ("kwh mwh", "consommation consumption verbrauch stromverbrauch consumo"),
    ("gb tb go to", "storage stockage speicher almacenamiento memoria memory"),
    (
        "pieces piece chambres chambre rooms room bedrooms bedroom bed beds zimmer habitaciones locali stanze",
        "pieces rooms bedrooms chambres zimmer habitaciones stanze locali",
    ),
    ("mois months month monate monat meses mes mesi mese", "mensualites laufzeit duree term"),
    ("kg kilo kilos kilogrammes", "poids weight gewicht peso"),
    (
        "h hrs heures heure hours hour stunden stunde horas hora ore ora",
        "heures heure hours hour stunden stunde horas hora ore ora",
    ),
];

/// The row of distances.
const DISTANCE: usize = 0;

/// The row of people.
const PEOPLE: usize = 3;

/// Kinds of people.
static KINDS: List = List::new(
    "ad ads adulte adultes adult adults erw erwachsene erwachsener adulto adultos adulti enf enfant \
    enfants kid kids child children kind kinder nino ninos nina ninas peque peques bambino bambini \
    bambina bimbo bimbi bimba bebe bebes baby babies babys infant infants ado ados teen teens senior \
    seniors anziani anziano",
);

/// The rows whose units are never left out by mistake: distances, surfaces, energy.
const PHYSICAL: [usize; 3] = [DISTANCE, 1, 4];

/// Words of a question that name nothing it could count.
static EMPTY: List = List::new(
    "pour avec with for und con per von and the que how many combien wie viele cuantos quanti de \
    du des la le les el los il di der die das en au sur on to of in",
);

/// Shortest stem by which a word is known again in its plural.
const SHORTEST_STEM: usize = 4;

impl Asked {
    /// From a question's texts in all its languages.
    pub(crate) fn new(text: &str, texts: &BTreeMap<String, String>) -> Self {
        let how_many =
            std::iter::once(text).chain(texts.values().map(String::as_str)).any(|text| {
                let folded = format!(" {}", folded(text));
                HOW_MANY.iter().any(|words| folded.contains(&format!(" {words}")))
            });
        let all = std::iter::once(text).chain(texts.values().map(String::as_str));
        let names = |word: &String| word.len() > 1 && !EMPTY.has(word);
        let named = all.flat_map(words).map(|word| word.folded).filter(names);
        let mut named: Vec<String> = named.collect();
        let names =
            |list: &str| list.split(' ').any(|known| named.iter().any(|word| word == known));
        // `Year?` asks for no length of time; `kilometres?` asks for nothing else.
        let measures = (0..MEASURES.len()).filter(|row| {
            names(MEASURES[*row].1) || PHYSICAL.contains(row) && names(MEASURES[*row].0)
        });
        let measures: Vec<usize> = measures.collect();
        for row in &measures {
            named.extend(MEASURES[*row].0.split(' ').map(str::to_owned));
        }
        let reference = named.iter().any(|word| postcode::is_reference_word(word));
        Self { named, how_many, reference, measures }
    }

    /// Whether it asks how many or how much of something there is, which is never answered by a
    /// place in an order, a year or an hour.
    pub(super) fn counts(&self) -> bool {
        self.how_many || !self.measures.is_empty()
    }

    /// Whether it asks for a number that something is filed under.
    pub(super) fn is_reference(&self) -> bool {
        self.reference
    }

    /// Whether it asks for people, whoever they are.
    fn asks_people(&self) -> bool {
        self.measures.contains(&PEOPLE)
    }

    /// Whether figures are so many adults and so many children, of whom all were asked for: the
    /// sum was not said.
    pub(super) fn are_parts<'a>(&self, mut after: impl ExactSizeIterator<Item = &'a str>) -> bool {
        self.asks_people()
            && after.len() > 1
            && after.all(|rest| {
                let near = rest.trim_start_matches([' ', '\u{a0}']);
                let end = near.find(|c: char| !c.is_alphanumeric()).unwrap_or(near.len());
                KINDS.has(&folded(&near[..end]))
            })
    }

    /// Whether it asks how far a car has gone.
    pub(super) fn is_mileage(&self) -> bool {
        self.measures.contains(&DISTANCE)
    }

    /// Whether a text goes on with a unit of something else than what is asked: no room is 85 m².
    pub(super) fn measures_otherwise(&self, rest: &str) -> bool {
        let near = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
        let end = near.find(|c: char| !c.is_alphanumeric()).unwrap_or(near.len());
        let unit = folded(&near[..end]);
        let of = |row: usize| MEASURES[row].0.split(' ').any(|known| known == unit);
        // Who asks for a surface is not answered by a count of rooms either.
        let is_physical = PHYSICAL.iter().any(|row| self.measures.contains(row));
        let others = (0..MEASURES.len()).filter(|row| is_physical || PHYSICAL.contains(row));
        let mut others = others.filter(|row| !self.measures.contains(row));
        !unit.is_empty() && !self.named.contains(&unit) && others.any(of)
    }

    /// Whether a text goes on with the sign for hours, and hours are not what is asked for: it is
    /// the time of day then.
    pub(super) fn is_other_hour(&self, rest: &str) -> bool {
        let after = rest.strip_prefix(['h', 'H']);
        let is_hour = after.is_some_and(|after| !after.starts_with(char::is_alphanumeric));
        is_hour && !self.named.iter().any(|named| named == "h")
    }

    /// Whether a text goes on with one of them, right away.
    pub(super) fn begins(&self, rest: &str) -> bool {
        let near = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
        if self.named.is_empty() || !near.starts_with(char::is_alphabetic) {
            return false;
        }
        let end = near.find(|c: char| !c.is_alphanumeric()).unwrap_or(near.len());
        words(&near[..end]).first().is_some_and(|word| self.names(word))
    }

    fn names(&self, word: &Word) -> bool {
        self.named.iter().any(|named| {
            let longest = named.len().max(word.folded.len());
            let pairs = named.bytes().zip(word.folded.bytes());
            let common = pairs.take_while(|(a, b)| a == b).count();
            *named == word.folded || common >= SHORTEST_STEM && common + 2 >= longest
        })
    }
}
